import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { wake } from "@/lib/jobs/ask";

// Its own file because a manager asks for it and the night does, and both must find the same open run.

export const taking = "pulse.take";

/** One that is open already is the one that was asked for. @returns its id */
export async function askForRun(tx: Tx, communityId: string, askedBy: string | null): Promise<string> {
  await tx.execute(sql`
    insert into pulse_runs (community_id, asked_by) values (${communityId}, ${askedBy})
    on conflict (community_id) where state in ('waiting', 'running') do nothing`);
  // In a statement of its own: only now is what somebody else inserted meanwhile to be seen.
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from pulse_runs where community_id = ${communityId} order by asked_at desc, id desc limit 1`);
  await wake(tx, taking);
  return rows[0]!.id;
}
