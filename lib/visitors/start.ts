import { letVisitors } from "@/lib/realtime/http-events";
import { keepLine } from "@/lib/realtime/line";
import type { Log } from "@/lib/realtime/log";
import { topic } from "./changes";
import { visitorsWith } from "./serve";
import { Shelf } from "./shelf";

const life = 20_000;

interface Setting {
  readonly databaseUrlDirect: string;
  readonly origin: string;
  /** Of memory; with none, nothing is kept. */
  readonly megabytes: number;
  readonly log: Log;
}

/** Pages that are the same for everybody without an account, kept by this process until something changes. After `startRealtime`. */
export function startVisitors({ databaseUrlDirect, origin, megabytes, log }: Setting): { close(): Promise<void> } {
  if (megabytes === 0) return { close: async () => letVisitors(undefined) };
  const shelf = new Shelf({ bytes: megabytes * 1_000_000, life });
  const line = keepLine({
    connectionString: databaseUrlDirect,
    topics: [topic],
    log,
    heard: (_, community) => shelf.hear(community),
    ready: () => shelf.clear(),
  });
  letVisitors(visitorsWith({ shelf, line, host: new URL(origin).host, log }));
  return {
    async close() {
      letVisitors(undefined);
      await line.close();
    },
  };
}
