import { env } from "@/lib/env";
import { startJobs, stopJobs } from "@/lib/jobs/runner";
import { log } from "@/lib/log";
import { startRealtime } from "@/lib/realtime/start";

// On globalThis because development loads this file again after a change.
const held = globalThis as unknown as { kindlingRealtime?: { close(): Promise<void> } };

export async function start() {
  await held.kindlingRealtime?.close();
  const first = held.kindlingRealtime === undefined;
  const { realtime, origin, port, databaseUrlDirect, trustedProxies } = env;
  held.kindlingRealtime = startRealtime({ realtime, origin, port, databaseUrlDirect, trustedProxies, log });
  // Without its jobs the product still answers; the runner's own retries bring them back.
  startJobs().catch((err: unknown) => log.error({ err }, "the jobs did not start"));
  // The framework waits for open connections before it exits, and a socket stays open by itself.
  if (first)
    for (const signal of ["SIGINT", "SIGTERM"]) {
      process.once(signal, () => {
        void held.kindlingRealtime?.close();
        void stopJobs();
      });
    }
}
