import { sameSecret } from "@/lib/access/secrets";
import { env } from "@/lib/env";
import { registry } from "@/lib/operate/metrics";

// Without the wrapper of the other routes: the reader is a machine with a token of its own, and no viewer.
export const dynamic = "force-dynamic";

export async function GET(request: Request) {
  const given = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
  if (!env.metricsToken || !sameSecret(given, env.metricsToken)) return new Response("Not found\n", { status: 404 });
  const headers = { "content-type": registry.contentType, "cache-control": "no-store" };
  return new Response(await registry.metrics(), { headers });
}
