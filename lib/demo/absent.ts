import { env } from "@/lib/env";

/**
 * What is answered where nothing ever was. Only the router can say it, so it is asked through our own port: where this is
 * no demonstration, a form sent to the demo must not be answered by a handler that shows it is there.
 */
export async function neverWas(request: Request): Promise<Response> {
  const kept = ["cookie", "accept-language", "accept"].flatMap((name) => {
    const value = request.headers.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  const answer = await fetch(`http://localhost:${env.port}/do/never/was`, {
    method: "POST",
    headers: kept,
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  });
  const headers = new Headers(answer.headers);
  // The connection and the coding were of our own call.
  for (const name of ["connection", "keep-alive", "transfer-encoding", "content-encoding", "content-length"])
    headers.delete(name);
  return new Response(answer.body, { status: answer.status, headers });
}
