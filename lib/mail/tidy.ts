import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";

// Its own file: this work is marked, where delivering claims rows.

/** A mail that is over is forgotten after 90 days. What was sealed into a kept one is worth nothing when its link has run out. */
export const tidyMail = defineJob({
  kind: "mail.tidy",
  every: everyHour,
  due: onceAn("day"),
  run: async (tx) => {
    await tx.execute(sql`delete from outbox where done_at < now() - interval '90 days'`);
    await tx.execute(
      sql`update outbox set sealed = null where sealed is not null and done_at < now() - interval '7 days'`,
    );
  },
});
