import { isReady } from "@/lib/operate/ready";

// Without the wrapper of the other routes: it asks for no viewer and must answer within seconds.
export const dynamic = "force-dynamic";

export async function GET() {
  const ready = await isReady();
  const headers: HeadersInit = { "cache-control": "no-store", ...(ready ? {} : { "retry-after": "5" }) };
  return new Response(ready ? "ready\n" : "not ready\n", { status: ready ? 200 : 503, headers });
}
