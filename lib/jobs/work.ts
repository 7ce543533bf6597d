import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { jobMarks } from "@/db/schema/jobs";
import { log } from "@/lib/log";
import { jobsDone, jobsFailed } from "@/lib/operate/metrics";
import { told } from "@/lib/visitors/changes";
import type { Due, Job, MarkedJob } from "./define";

const jobLog = log.child({ area: "jobs" });
const mostAttempts = 12;

/** Does everything of this kind that is due now. One failure does not keep the rest waiting. */
export async function work(job: Job): Promise<void> {
  if ("deliver" in job) {
    await job.deliver();
    return;
  }
  const due = (await job.due?.(db())) ?? [];
  if (due.length > 0) {
    await db()
      .insert(jobMarks)
      .values(due.map((one) => ({ kind: job.kind, ...one })))
      .onConflictDoNothing();
  }
  for (const one of await waiting(job.kind)) await workOnce(job, one);
}

const open = and(isNull(jobMarks.doneAt), isNull(jobMarks.givenUpAt), lte(jobMarks.nextAt, sql`now()`));

const waiting = (kind: string): Promise<Due[]> =>
  db()
    .select({ subject: jobMarks.subject, period: jobMarks.period })
    .from(jobMarks)
    .where(and(eq(jobMarks.kind, kind), open))
    .orderBy(asc(jobMarks.nextAt), asc(jobMarks.subject))
    .limit(500);

async function workOnce(job: MarkedJob, { subject, period }: Due): Promise<void> {
  const mine = and(eq(jobMarks.kind, job.kind), eq(jobMarks.subject, subject), eq(jobMarks.period, period));
  try {
    await db().transaction(async (tx) => {
      // Limits made for pages do not fit work that nobody waits for.
      await tx.execute(sql`set local statement_timeout = '10min'`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
      // Somebody else who has it now will finish it, or leave it to the next round.
      const [claimed] = await tx
        .select({ kind: jobMarks.kind })
        .from(jobMarks)
        .where(and(mine, open))
        .for("update", { skipLocked: true });
      if (!claimed) return;
      await job.run(tx, subject, period);
      await tx.execute(sql`select ${told(job.kind, null)}`);
      await tx
        .update(jobMarks)
        .set({ doneAt: sql`now()`, attempts: sql`${jobMarks.attempts} + 1` })
        .where(mine);
      jobsDone.inc({ kind: job.kind });
    });
  } catch (err) {
    jobsFailed.inc({ kind: job.kind });
    jobLog.error({ err, kind: job.kind, subject, period }, "a job failed and will be tried again");
    await db()
      .update(jobMarks)
      .set({
        attempts: sql`${jobMarks.attempts} + 1`,
        nextAt: sql`now() + least(interval '6 hours', interval '30 seconds' * power(2, ${jobMarks.attempts}))`,
        givenUpAt: sql`case when ${jobMarks.attempts} + 1 >= ${mostAttempts} then now() end`,
      })
      .where(and(mine, isNull(jobMarks.doneAt)));
  }
}
