import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "./define";
import { onceAn } from "./periods";

/** Marks of work long done. They must outlive every period that could still be called due. */
export const tidyMarks = defineJob({
  kind: "jobs.tidy",
  every: everyHour,
  due: onceAn("day"),
  run: async (tx) => {
    await tx.execute(sql`delete from job_marks where done_at < now() - interval '90 days' and period <> 'once'`);
  },
});
