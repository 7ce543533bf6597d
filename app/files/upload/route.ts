import { openPerson } from "@/lib/access/gate";
import { api, readBody } from "@/lib/action";
import { readBegin } from "@/lib/files/input";
import { beginPicture } from "@/lib/files/uploads";
import { paths } from "@/lib/paths";

export const POST = api({
  name: "files.begin",
  write: true,
  open: openPerson,
  run: async (proof, request) => {
    const { key, size } = readBegin(await readBody(request, 1_000));
    const { id } = await beginPicture(proof, { size }, { key });
    return Response.json({ ok: true, id }, { status: 201, headers: { location: paths.upload(id) } });
  },
});
