import type { VisitorAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { fileToServe } from "./queries";
import { namesVersion, readRange } from "./range";
import { storage } from "./storage";

// Its own file because these headers are a guard: what somebody sent must never run in our pages' name.

/** Access is asked first, so that not even "it has not changed" is said to who may not read it. */
export async function serve(access: VisitorAccess, request: Request, id: string, variant: string): Promise<Response> {
  const file = await fileToServe(access, id, variant);
  const headers = {
    etag: file.etag,
    // A browser asks again each time before it shows a private one; a shared cache never holds it.
    "cache-control": file.shared ? "public, max-age=300" : "private, no-cache",
    vary: "Cookie",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "content-disposition": `inline; filename="${variant}.webp"`,
    "accept-ranges": "bytes",
  };
  if (namesVersion(request.headers.get("if-none-match"), file.etag))
    return new Response(null, { status: 304, headers });
  const body = { ...headers, "content-type": file.type };
  if (request.method === "HEAD") return new Response(null, { headers: body });
  const since = request.headers.get("if-range");
  const wanted = since === null || since === file.etag ? request.headers.get("range") : null;
  if (wanted === null) {
    const { size, stream } = await there(storage().get(file.key));
    return new Response(stream, { headers: { ...body, "content-length": String(size) } });
  }
  const whole = await there(storage().size(file.key));
  const span = readRange(wanted, whole);
  if (span === "outside")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${whole}` } });
  const { size, stream } = await there(storage().get(file.key, span === "whole" ? undefined : span));
  const length = { ...body, "content-length": String(size) };
  if (span === "whole") return new Response(stream, { headers: length });
  const part = { ...length, "content-range": `bytes ${span.from}-${span.to}/${whole}` };
  return new Response(stream, { status: 206, headers: part });
}

async function there<T>(asked: Promise<T | undefined>): Promise<T> {
  const found = await asked;
  if (found === undefined) throw refuse.notFound();
  return found;
}
