import { rm } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { defineJob, everyHour } from "@/lib/jobs/define";
import { onceAn } from "@/lib/jobs/periods";
import { storage } from "./storage";
import { pathOf } from "./uploads";

/**
 * Removes what nothing has used for a day. Bytes go before their row does: if the commit fails, the row is still there
 * to find them gone.
 */
export const clearLooseFiles = defineJob({
  kind: "files.clear",
  every: everyHour,
  due: onceAn("hour"),
  run: async (tx) => {
    const loose = await tx.execute<{ id: string }>(sql`
      select id from files where state <> 'in use' and state_since < now() - interval '24 hours' for update skip locked`);
    for (const { id } of loose.rows) {
      await storage().remove(id);
      await tx.execute(sql`delete from files where id = ${id}`);
    }
    const stuck = await tx.execute<{ id: string }>(sql`
      select id from uploads where moved_at < now() - interval '24 hours' for update skip locked`);
    for (const { id } of stuck.rows) {
      await rm(pathOf(id), { force: true });
      await tx.execute(sql`delete from uploads where id = ${id}`);
    }
  },
});
