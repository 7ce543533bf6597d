import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";

// Its own file because an import begins at the desk and at the console, and both must find the same one open.

/** The row of an import, and whose ids its things get: those of the round before, if that is still here. */
export async function begin(tx: Tx, { community, personId }: DeskAccess, source: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into imports (community_id, source, asked_by, round)
    select ${community.id}, ${source}, ${personId}, coalesce(
      (select max(i.round) from imports i where i.community_id = ${community.id} and i.source = ${source} and i.state in ('done', 'failed') and i.plan is not null),
      (select max(i.round) + 1 from imports i where i.community_id = ${community.id} and i.source = ${source} and i.plan is not null), 0)
    on conflict (community_id) where state in ('reading', 'read', 'writing', 'undoing') do nothing returning id`);
  const importId = rows[0]?.id;
  if (!importId) throw refuse.conflict("imports.oneAtATime");
  await record(tx, "import asked for", { communityId: community.id, actorId: personId, objectId: importId });
  return importId;
}
