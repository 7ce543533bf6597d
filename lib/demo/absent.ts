import { env } from "@/lib/env";

/**
 * What is answered where nothing ever was. Only the router can say it, so it is asked through our own port: where this is
 * no demonstration, a form sent to the demo must not be answered by a handler that shows it is there.
 */
export async function neverWas(request: Request): Promise<Response> {
  const kept = ["accept", "accept-language", "content-type", "cookie"].flatMap((name) => {
    const value = request.headers.get(name);
    return value ? [[name, value] as [string, string]] : [];
  });
  // Handed on as it streams in: the router's answer depends on the kind of form, and nothing is kept of what was sent.
  const same: RequestInit & { duplex: "half" } = { method: "POST", headers: kept, body: request.body, duplex: "half" };
  const answer = await fetch(`http://localhost:${env.port}/do/never/was`, {
    ...same,
    redirect: "manual",
    signal: AbortSignal.timeout(10_000),
  });
  const headers = new Headers();
  for (const name of ["content-type", "cache-control", "link"]) {
    const value = answer.headers.get(name);
    if (value) headers.set(name, underNonceOf(request, answer, value));
  }
  return new Response(underNonceOf(request, answer, await answer.text()), { status: answer.status, headers });
}

/** The policy that goes out is that of the first request; under the second one's nonce no script of the page would run. */
function underNonceOf(request: Request, answer: Response, text: string): string {
  const nonce = request.headers.get("x-nonce");
  const inner = /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1];
  return nonce && inner ? text.replaceAll(inner, nonce) : text;
}
