import { sql } from "drizzle-orm";
import { defineJob, everyNight } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";

/** How long what nobody goes on with is kept, in days. */
export const draftDays = 90;

export const clearOldDrafts = defineJob({
  kind: "drafts.clearOld",
  every: everyNight,
  due: onceAn("day"),
  run: async (tx) => {
    await tx.execute(sql`delete from drafts where saved_at < now() - make_interval(days => ${draftDays})`);
  },
});
