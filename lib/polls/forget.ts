import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

// Its own file because this is no act of somebody in a community: erasing a person calls it, and so does a restore.

/** Takes the votes of a person out of every count; their ballots themselves go by the list of holdings. */
export async function uncountVotes(tx: Pick<Tx, "execute">, personId: string): Promise<void> {
  await tx.execute(sql`
    select 1 from decisions d where exists (
      select from ballots b where b.community_id = d.community_id and b.decision_id = d.id and b.person_id = ${personId})
    order by d.community_id, d.id for update`);
  await tx.execute(sql`
    with mine as (
      select b.community_id, b.decision_id, b.id from ballots b where b.person_id = ${personId}
    ), asked as (
      update decisions d set voters = voters - 1 from mine where d.community_id = mine.community_id and d.id = mine.decision_id
    )
    update decision_options o set votes = votes - 1 from ballot_choices c, mine
    where c.community_id = mine.community_id and c.decision_id = mine.decision_id and c.ballot_id = mine.id
      and o.community_id = c.community_id and o.decision_id = c.decision_id and o.id = c.option_id`);
}
