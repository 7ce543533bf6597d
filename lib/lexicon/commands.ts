import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { termLore, termVotes } from "@/db/schema";
import type { LoreRemovalAccess, LoreWriteAccess, TermAccess, TermVoteAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { refuseChange } from "@/lib/moderation/held/hold";
import { countAct } from "@/lib/moderation/limits/count";
import { renderMarkdown } from "@/lib/text/markdown";
import { when, write } from "@/lib/write";
import type { removeLoreInput, voteOnTermInput, writeLoreInput } from "./input";
import { readersOf } from "./readers";
import { revision } from "./rule";

type More = { key: string };
type Written = { termId: string };

/** "Is this ours?" One vote of one member, in the place of the one they gave before. */
export function voteOnTerm(
  access: TermVoteAccess,
  { says }: Pick<z.infer<typeof voteOnTermInput>, "says">,
  { key }: More,
): Promise<Written> {
  const { community, term, personId } = access;
  return write(access, key, "lexicon.vote", { communityId: community.id, termId: term.id, says }, async (tx) => {
    await countAct(tx, access, "reactions");
    await lockTerm(tx, access);
    const mine = { communityId: community.id, termId: term.id, personId };
    if (says === "nothing") await tx.delete(termVotes).where(votes(mine));
    else {
      const said = { ours: says === "ours", castAt: when(access) ?? sql`now()` };
      await tx
        .insert(termVotes)
        .values({ ...mine, ...said })
        .onConflictDoUpdate({ target: [termVotes.communityId, termVotes.termId, termVotes.personId], set: said });
    }
    await noted(tx, access, "term voted on");
    return { termId: term.id };
  });
}

/** What was told before stays readable. What somebody else told meanwhile is not overwritten unseen. */
export function writeLore(
  access: LoreWriteAccess,
  { text, revision }: Pick<z.infer<typeof writeLoreInput>, "text" | "revision">,
  { key }: More,
): Promise<Written> {
  const { community, term, personId } = access;
  const content = { communityId: community.id, termId: term.id, text, revision };
  return write(access, key, "lexicon.writeLore", content, async (tx) => {
    await countAct(tx, access, "posts");
    await lockTerm(tx, access);
    const last = await lastLore(tx, access);
    if ((last?.revision ?? 0) !== revision) throw refuse.conflict("lexicon.toldMeanwhile");
    if (last?.text === text && !last.removed) return { termId: term.id };
    const before = last && !last.removed ? last.text : "";
    await refuseChange(
      tx,
      access,
      { words: before, html: renderMarkdown(before) },
      { words: text, html: renderMarkdown(text) },
    );
    const readers = await readersOf(access, tx);
    const version = (last?.version ?? 0) + 1;
    const telling = { communityId: community.id, termId: term.id, version, text, readers };
    await tx.insert(termLore).values({ ...telling, writtenBy: personId, writtenAt: when(access) });
    await noted(tx, access, "lore written");
    return { termId: term.id };
  });
}

/** One wording, with a reason for who wrote it. */
export function removeLore(
  access: LoreRemovalAccess,
  { version, why }: Pick<z.infer<typeof removeLoreInput>, "version" | "why">,
  { key }: More,
): Promise<Written> {
  const { community, term, personId } = access;
  const content = { communityId: community.id, termId: term.id, version, why };
  return write(access, key, "lexicon.removeLore", content, async (tx) => {
    const [gone] = await tx
      .update(termLore)
      .set({ removedAt: when(access) ?? sql`now()`, removedBy: personId, removedWhy: why })
      .where(
        and(
          eq(termLore.communityId, community.id),
          eq(termLore.termId, term.id),
          eq(termLore.version, version),
          isNull(termLore.removedAt),
        ),
      )
      .returning({ writtenBy: termLore.writtenBy });
    if (!gone) throw refuse.conflict("lexicon.removedAlready");
    await noted(tx, access, "lore removed", gone.writtenBy);
    return { termId: term.id };
  });
}

const votes = (of: { communityId: string; termId: string; personId: string }) =>
  and(eq(termVotes.communityId, of.communityId), eq(termVotes.termId, of.termId), eq(termVotes.personId, of.personId));

/** Each change of a word comes after the other; one that is not said any more may be gone since it was opened. */
async function lockTerm(tx: Tx, { community, term }: TermAccess): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    select 1 from terms where community_id = ${community.id} and id = ${term.id} for update`);
  if (rowCount !== 1) throw refuse.notFound();
}

async function lastLore(tx: Tx, { community, term }: TermAccess) {
  const { rows } = await tx.execute<{ version: number; revision: number; text: string; removed: boolean }>(sql`
    select version, ${revision} as revision, text, removed_at is not null as removed from term_lore l
    where community_id = ${community.id} and term_id = ${term.id} order by version desc limit 1`);
  return rows[0];
}

const noted = (tx: Tx, access: TermAccess & { personId: string }, verb: Noted, subjectId?: string) =>
  record(tx, verb, {
    communityId: access.community.id,
    actorId: access.personId,
    objectId: access.term.id,
    subjectId,
    at: when(access),
  });
type Noted = "term voted on" | "lore written" | "lore removed";
