import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { praises, reactionKinds } from "./kinds";

// Its own file because erasing takes no proof: it takes the reactions of a whole person, whatever they may still do.

/** Takes a person's reactions away and lowers what was counted with them. The rows are locked in one order, so that two who go do not wait for each other. */
export async function forgetReactions(tx: Pick<Tx, "execute">, personId: string): Promise<void> {
  const praising = sql.join(
    reactionKinds.filter(praises).map((kind) => sql`${kind}`),
    sql`, `,
  );
  await tx.execute(sql`
    select from post_reactions c where exists (select from reactions r
      where r.community_id = c.community_id and r.post_id = c.post_id and r.person_id = ${personId})
    order by c.community_id, c.post_id for update`);
  await tx.execute(sql`
    with gone as (delete from reactions where person_id = ${personId} returning community_id, post_id, kind)
    update post_reactions c set praise = c.praise - (case when g.kind in (${praising}) then 1 else 0 end),
      counts = jsonb_strip_nulls(c.counts || jsonb_build_object(g.kind, nullif((c.counts ->> g.kind)::int - 1, 0)))
    from gone g where c.community_id = g.community_id and c.post_id = g.post_id`);
}
