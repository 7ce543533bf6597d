import type { VisitorAccess } from "@/lib/access/gate";
import { fileToServe } from "./queries";

// Its own file because these headers are a guard: what somebody sent must never run in our pages' name.

/** Called after access was decided, so that not even "it has not changed" is said to who may not read it. */
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
  };
  if (request.headers.get("if-none-match") === file.etag) return new Response(null, { status: 304, headers });
  return new Response(file.stream(), {
    headers: { ...headers, "content-type": file.type, "content-length": String(file.size) },
  });
}
