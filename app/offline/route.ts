import { offlinePage } from "@/lib/offline";

/** What the worker of the browser keeps for when the network does not answer. Looks for no viewer: it is the same for everybody. */
export function GET(request: Request) {
  const { headers } = request;
  return new Response(offlinePage(headers.get("accept-language"), headers.get("x-nonce") ?? ""), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", vary: "accept-language" },
  });
}
