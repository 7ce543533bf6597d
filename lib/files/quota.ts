import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refuse } from "@/lib/errors";

/** What one person may keep here. Pictures are small once encoded; imports are few and large. */
const mostBytes = 2_000_000_000;

/** Counted under a lock on the person, so that two uploads at once cannot both fit into the last place. */
export async function reserve(tx: Tx, personId: string, bytes: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files ${personId}`}, 0))`);
  const { rows } = await tx.execute<{ used: string }>(sql`
    select (select coalesce(sum(bytes), 0) from files where owner_id = ${personId})
         + (select coalesce(sum(size), 0) from uploads where owner_id = ${personId} and file_id is null) as used`);
  if (Number(rows[0]?.used ?? 0) + bytes > mostBytes) throw refuse.conflict("files.quota");
}
