import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";
import { restorableDays } from "@/lib/posts/remove";

/** What was refused is kept for its author as long as what was removed; what was sent is remembered for as long as it is asked for. */
export const forgetHeld = defineJob({
  kind: "moderation.forgetHeld",
  every: everyHour,
  due: onceAn("hour"),
  run: async (tx) => {
    await tx.execute(sql`
      update held set title = '', text = '', mentions = '{}', tags = '{}', poll = null, why = '[]'
      where decision = 'refused' and text <> '' and decided_at < now() - make_interval(days => ${restorableDays})`);
    await tx.execute(sql`delete from sent_texts where sent_at < now() - interval '1 hour'`);
  },
});
