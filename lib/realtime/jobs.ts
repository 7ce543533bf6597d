import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";

/** A client that was away longer than this loads its page anew instead of catching up; catch-up says so by `reset`. */
export const clearOldEvents = defineJob({
  kind: "realtime.clear",
  every: everyHour,
  due: onceAn("day"),
  run: async (tx) => {
    await tx.execute(sql`delete from events where created_at < now() - interval '14 days'`);
    await tx.execute(sql`delete from person_events where created_at < now() - interval '14 days'`);
  },
});
