import { sql } from "drizzle-orm";
import { type Database, db, type Tx } from "@/db/client";
import { nameWords } from "@/db/schema";
import type { PulseAudience } from "@/db/schema/pulse";
import { told } from "@/lib/visitors/changes";
import type { Found } from "./found";
import { bare, printOf } from "./names";

// Its own file because no person asks for it: the words are counted with the pulse, and kept in the same transaction.

/** More would be looked for in every post at every taking. */
const mostKnown = 1_000;

/** A term `t` that members have said something about. */
const spokenOf = sql`(exists (select from term_votes v where v.community_id = t.community_id and v.term_id = t.id)
  or exists (select from term_lore l where l.community_id = t.community_id and l.term_id = t.id))`;

export async function knownTerms(communityId: string): Promise<string[]> {
  const { rows } = await db().execute<{ term: string }>(sql`
    select t.term from terms t where t.community_id = ${communityId} and ${spokenOf} order by t.found_at, t.id limit ${mostKnown}`);
  return rows.map(({ term }) => term);
}

/** In place of what was kept before of what each audience reads. */
export async function keepTerms(
  tx: Tx,
  { communityId, asOf }: { communityId: string; asOf: string },
  taken: readonly { audience: PulseAudience; words: readonly Found[] }[],
): Promise<void> {
  const names = await namesAmong(tx, communityId, [
    ...new Set(taken.flatMap(({ words }) => words.map(({ term }) => term))),
  ]);
  for (const { audience, words } of taken) {
    const kept = words.filter(({ term }) => !names.has(term));
    await keepFor(tx, { communityId, asOf, audience }, kept);
  }
  await tx.execute(sql`
    delete from terms t where t.community_id = ${communityId} and not ${spokenOf}
      and not exists (select from term_uses u where u.community_id = t.community_id and u.term_id = t.id)`);
  await tx.execute(sql`select ${told("lexicon.keep", communityId)}`);
}

async function keepFor(
  tx: Tx,
  { communityId, asOf, audience }: { communityId: string; asOf: string; audience: PulseAudience },
  words: readonly Found[],
): Promise<void> {
  const said = sql`jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as s(term text, rank int, users int, weeks int[], spread real,
    "first" uuid, "next" uuid[], spaces uuid[])`;
  await tx.execute(sql`
    insert into terms (community_id, term) select ${communityId}, s.term from ${said} on conflict (community_id, term) do nothing`);
  // A word that was not said in all this time stays as it was counted last, if members spoke of it and a post still stands where it was said.
  await tx.execute(sql`
    delete from term_uses u using terms t where u.community_id = ${communityId} and u.audience = ${audience}
      and t.community_id = u.community_id and t.id = u.term_id and t.term not in (select s.term from ${said})
      and not (${spokenOf} and exists (select from posts o join threads h on h.community_id = o.community_id and h.id = o.thread_id
        where o.community_id = u.community_id and o.id = any(u.evidence || u.first_post_id) and o.removed_at is null and o.text <> ''
          and h.space_id = any(u.spaces)))`);
  await tx.execute(sql`
    update term_uses u set rank = null where u.community_id = ${communityId} and u.audience = ${audience} and u.rank is not null`);
  await tx.execute(sql`
    insert into term_uses (community_id, term_id, audience, rank, as_of, users, weeks, spread, first_post_id, evidence, spaces)
    select ${communityId}, t.id, ${audience}, s.rank, ${asOf}::date, s.users, s.weeks, s.spread, s."first", s."next", s.spaces
    from ${said} join terms t on t.community_id = ${communityId} and t.term = s.term
    on conflict (community_id, term_id, audience) do update set rank = excluded.rank, as_of = excluded.as_of, users = excluded.users,
      weeks = excluded.weeks, spread = excluded.spread, first_post_id = excluded.first_post_id, evidence = excluded.evidence,
      spaces = excluded.spaces`);
}

/**
 * Those of these words that somebody here is called by, or was before they were erased: nobody is a word of others. What members had spoken of before is not
 * taken from them by who calls themselves so later.
 */
async function namesAmong(tx: Tx | Database, communityId: string, terms: readonly string[]): Promise<Set<string>> {
  const words = terms.flatMap((term) =>
    term.split(" ").map((word) => ({ term, word: bare(word), print: printOf(communityId, bare(word)) })),
  );
  const { rows } = await tx.execute<{ term: string }>(sql`
    select distinct w.term from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w(term text, word text, print text)
    where (exists (select from term_bars b where b.community_id = ${communityId} and b.print = w.print) or exists (select from people p where ${nameWords(sql`p.name`)} @@ plainto_tsquery('simple'::regconfig, w.word)
        and (exists (select from memberships m where m.community_id = ${communityId} and m.person_id = p.id)
          or exists (select from posts o where o.community_id = ${communityId} and o.author_id = p.id))))
      and not exists (select from terms t where t.community_id = ${communityId} and t.term = w.term and ${spokenOf})`);
  return new Set(rows.map(({ term }) => term));
}
