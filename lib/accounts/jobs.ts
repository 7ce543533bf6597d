import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";

// A fourth kind of file in this folder: what the clock does to accounts.

/** Takes away what signing in leaves behind, and the keys of forms a week old, after which a second sending counts as new. */
export const tidyAccounts = defineJob({
  kind: "accounts.tidy",
  every: everyHour,
  due: onceAn("hour"),
  run: async (tx) => {
    await tx.execute(sql`delete from attempts where window_start < now() - interval '2 days'`);
    await tx.execute(sql`delete from tokens where expires_at < now() - interval '7 days'`);
    await tx.execute(sql`delete from writes where created_at < now() - interval '7 days'`);
    await tx.execute(sql`delete from sessions where coalesce(ended_at, expires_at) < now() - interval '90 days'`);
    await tx.execute(sql`delete from known_browsers where seen_at < now() - interval '400 days'`);
  },
});
