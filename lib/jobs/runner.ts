import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { jobs } from "./jobs";
import { listen } from "./listen";
import { work } from "./work";

// pg-boss says when: one queue a kind, a clock for each, one piece in the queue at most. That nothing is done twice
// does not hang on it: the marks and claims of the work itself see to that.
const jobLog = log.child({ area: "jobs" });
const held = globalThis as unknown as { kindlingJobs?: Promise<() => Promise<void>> };

/** Once a process; later calls wait for the first. */
export async function startJobs(): Promise<void> {
  held.kindlingJobs ??= start();
  await held.kindlingJobs;
}

export async function stopJobs(): Promise<void> {
  const stop = await held.kindlingJobs?.catch(() => undefined);
  held.kindlingJobs = undefined;
  await stop?.();
}

async function start() {
  const boss = new PgBoss({
    connectionString: env.databaseUrlDirect,
    schema: "pgboss",
    application_name: "kindling-jobs",
    max: 2,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 2,
  });
  boss.on("error", (err) => jobLog.error({ err }, "the job runner lost its database"));
  await boss.start();
  const workers = new Map<string, string>();
  for (const job of jobs) {
    const queue = queueOf(job.kind);
    const options = { name: queue, policy: "short" as const, retryLimit: 0, expireInMinutes: 30 };
    await boss.createQueue(queue, options);
    await boss.schedule(queue, job.every);
    workers.set(job.kind, await boss.work(queue, { pollingIntervalSeconds: 20 }, () => work(job)));
  }
  const deaf = await listen(async (kind) => {
    const worker = workers.get(kind);
    if (!worker) return;
    await boss.send(queueOf(kind), {});
    boss.notifyWorker(worker);
  });
  return async () => {
    await deaf();
    await boss.stop({ graceful: true, wait: true, timeout: 8_000 });
  };
}

const queueOf = (kind: string) => kind.replaceAll(".", "-");
