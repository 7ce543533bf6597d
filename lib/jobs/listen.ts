import { Client } from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { jobsChannel } from "./ask";

/** Calls back for every kind of work somebody asked for, and comes back by itself when the database went away. */
export async function listen(heard: (kind: string) => Promise<void>): Promise<() => Promise<void>> {
  let client: Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const lost = () => {
    client?.removeAllListeners();
    // A connection that is ended twice complains; nobody needs to hear it.
    client?.on("error", () => {});
    client?.end().catch(() => {});
    client = undefined;
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(connect, 2_000 + Math.random() * 2_000);
  };

  const connect = async () => {
    const fresh = new Client({ connectionString: env.databaseUrlDirect, application_name: "kindling-jobs-listen" });
    client = fresh;
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ payload }) => {
      heard(payload ?? "").catch((err) =>
        log.warn({ area: "jobs", err }, "work was asked for and could not be queued"),
      );
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${jobsChannel}`);
    } catch {
      lost();
    }
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    client?.removeAllListeners();
    await client?.end().catch(() => {});
  };
}
