import { randomUUID } from "node:crypto";
import { openProvenPerson } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { currentLocale } from "@/lib/page";
import { downloadMine } from "@/lib/privacy/download";

/** A form's POST that is answered with a file; the page it stands on stays where it is. Each one is a download of its own. */
export const POST = api({
  name: "privacy.downloadMine",
  write: true,
  open: openProvenPerson,
  run: async (access) => {
    const { stream, size } = await downloadMine(access, { locale: await currentLocale() }, { key: randomUUID() });
    return new Response(stream, {
      headers: {
        "content-type": "application/zip",
        "content-length": String(size),
        "content-disposition": 'attachment; filename="kindling-my-data.zip"',
        "cache-control": "no-store",
      },
    });
  },
});
