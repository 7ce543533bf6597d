import { env } from "@/lib/env";
import { startJobs, stopJobs } from "@/lib/jobs/runner";
import { log } from "@/lib/log";
import { startRealtime } from "@/lib/realtime/start";
import { startVisitors } from "@/lib/visitors/start";

// On globalThis because development loads this file again after a change.
const held = globalThis as unknown as Record<
  "kindlingRealtime" | "kindlingVisitors",
  { close(): Promise<void> } | undefined
>;

/** The environment is read as it is asked for, so it is asked for by name. */
const given = ({ realtime, origin, port, host, realtimePort, databaseUrlDirect, trustedProxies }: typeof env) => ({
  realtime,
  origin,
  port,
  host,
  realtimePort,
  databaseUrlDirect,
  trustedProxies,
});

export async function start() {
  await held.kindlingVisitors?.close();
  await held.kindlingRealtime?.close();
  const first = held.kindlingRealtime === undefined;
  held.kindlingRealtime = startRealtime({ ...given(env), log });
  const { databaseUrlDirect, origin, visitorPagesMb } = env;
  held.kindlingVisitors = startVisitors({ databaseUrlDirect, origin, megabytes: visitorPagesMb, log });
  // Without its jobs the product still answers; the runner's own retries bring them back.
  startJobs().catch((err: unknown) => log.error({ err }, "the jobs did not start"));
  // The framework waits for open connections before it exits, and a socket stays open by itself.
  if (first)
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, () => {
        void held.kindlingVisitors?.close();
        void held.kindlingRealtime?.close();
        void stopJobs();
      });
    }
}
