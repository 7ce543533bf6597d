import { api, readBody } from "@/lib/action";
import { readBegin } from "@/lib/files/input";
import { beginImport } from "@/lib/files/uploads";
import { paths } from "@/lib/paths";
import { atDesk } from "../open";

/** A large export comes in parts, as a picture does. */
export const POST = api({
  name: "imports.send",
  write: true,
  open: atDesk,
  run: async (proof, request) => {
    const { key, size } = readBegin(await readBody(request, 1_000));
    const { id } = await beginImport(proof, { size }, { key });
    return Response.json({ ok: true, id }, { status: 201, headers: { location: paths.upload(id) } });
  },
});
