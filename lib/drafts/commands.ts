import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { drafts } from "@/db/schema";
import type { DraftAccess, OwnDraftsAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import type { discardDraftInput, saveDraftInput } from "./input";

type More = { key: string };
type Saved = Omit<z.infer<typeof saveDraftInput>, "kind" | "place">;

/** Keeps what is being written. Who did not see the last saving is refused, and nothing of it is overwritten; without words it goes. */
export async function saveDraft(access: DraftAccess, saved: Saved, { key }: More): Promise<{ revision: number }> {
  const { community, personId, draft } = access;
  const content = { communityId: community.id, ...draft, ...saved };
  return write(access, key, "drafts.save", content, async (tx) => {
    const { text, title, revision } = saved;
    if (text.trim() === "" && title.trim() === "") return forgetEmpty(tx, access, revision);
    const answersId = saved.answers || null;
    const at = when(access)?.toISOString() ?? null;
    const { rows } = await tx.execute<{ revision: number }>(sql`
      insert into drafts as d (community_id, person_id, kind, place, answers_id, version, title, text, revision, saved_at)
      select ${community.id}::uuid, ${personId}::uuid, ${draft.kind}, ${draft.place}::uuid, ${answersId}::uuid, ${saved.version ?? null}::int,
        ${title}, ${text}, 1, coalesce(${at}::timestamptz, now())
      where ${revision}::int = 0 or exists (select 1 from drafts d where ${mine(access)})
      on conflict (community_id, person_id, kind, place) do update
        set answers_id = excluded.answers_id, version = excluded.version, title = excluded.title, text = excluded.text,
          revision = d.revision + 1, saved_at = excluded.saved_at
        where d.revision = ${revision} or (d.text, d.title, d.answers_id) is not distinct from (excluded.text, excluded.title, excluded.answers_id)
      returning d.revision`);
    if (!rows[0]) throw refuse.conflict("drafts.savedElsewhere");
    return { revision: rows[0].revision };
  });
}

const mine = ({ community, personId, draft }: DraftAccess) =>
  sql`d.community_id = ${community.id} and d.person_id = ${personId} and d.kind = ${draft.kind} and d.place = ${draft.place}`;

async function forgetEmpty(tx: Tx, access: DraftAccess, revision: number): Promise<{ revision: number }> {
  await tx.execute(sql`delete from drafts d where ${mine(access)} and d.revision = ${revision}`);
  const { rows } = await tx.execute(sql`select 1 from drafts d where ${mine(access)}`);
  if (rows.length > 0) throw refuse.conflict("drafts.savedElsewhere");
  return { revision: 0 };
}

/** Its author throws it away, wherever they stand by now. */
export async function discardDraft(
  access: OwnDraftsAccess,
  { kind, place }: z.infer<typeof discardDraftInput>,
  { key }: More,
): Promise<{ discarded: boolean }> {
  const { community, personId } = access;
  return write(access, key, "drafts.discard", { communityId: community.id, kind, place }, async (tx) => {
    const gone = await tx
      .delete(drafts)
      .where(
        and(
          eq(drafts.communityId, community.id),
          eq(drafts.personId, personId),
          eq(drafts.kind, kind),
          eq(drafts.place, place),
        ),
      )
      .returning({ place: drafts.place });
    return { discarded: gone.length > 0 };
  });
}
