import { openPerson } from "@/lib/access/gate";
import { api, readBody } from "@/lib/action";
import { readPart, readUploadId } from "@/lib/files/input";
import { addPart, cancelUpload, type Progress, partBytes, progressOf, WrongOffset } from "@/lib/files/uploads";
import { paths } from "@/lib/paths";

const headersOf = ({ received, size }: Progress) => ({
  "upload-offset": String(received),
  "upload-length": String(size),
  "cache-control": "no-store",
});

/** Where to go on from. */
export const HEAD = api({
  name: "files.progress",
  open: openPerson,
  run: async (proof, _request, { id }) =>
    new Response(null, { headers: headersOf(await progressOf(proof, readUploadId(id))) }),
});

export const PATCH = api({
  name: "files.part",
  write: true,
  open: openPerson,
  run: async (proof, request, params) => {
    const id = readUploadId(params.id);
    const part = readPart(request.headers);
    try {
      const progress = await addPart(proof, id, { ...part, bytes: await readBody(request, partBytes) });
      const { received, fileId } = progress;
      const address = fileId ? paths.picture(fileId, "large") : null;
      return Response.json({ ok: true, received, fileId, address }, { headers: headersOf(progress) });
    } catch (error) {
      if (!(error instanceof WrongOffset)) throw error;
      const { received } = error;
      return Response.json({ ok: false, received }, { status: 409, headers: { "upload-offset": String(received) } });
    }
  },
});

export const DELETE = api({
  name: "files.cancel",
  write: true,
  open: openPerson,
  run: async (proof, _request, { id }) => {
    await cancelUpload(proof, readUploadId(id));
    return new Response(null, { status: 204 });
  },
});
