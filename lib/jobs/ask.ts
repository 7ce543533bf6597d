import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobMarks } from "@/db/schema/jobs";

export const jobsChannel = "kindling_jobs";

/** Asks for work in the transaction that makes it necessary. Asked twice, it is done once. */
export async function askFor(tx: Tx, kind: string, subject: string, period = "once"): Promise<void> {
  await tx.insert(jobMarks).values({ kind, subject, period }).onConflictDoNothing();
  await wake(tx, kind);
}

/** Says after the commit that there is work of this kind. If nobody hears it, the job's own clock finds it. */
export async function wake(tx: Tx, kind: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${jobsChannel}, ${kind})`);
}
