import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { LexiconInsideAccess, TermAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { blocks } from "@/lib/blocks/blocked";
import { shows } from "@/lib/members/shown";
import { namesIn } from "@/lib/references/names";
import { beginningOf } from "@/lib/text/markdown/beginning";
import { comings, fewest } from "./rituals";
import { isNotOurs, isOurs, loreFor, revision, tallies, usesFor } from "./rule";

/** Words of one page. */
export const termsAPage = 40;

export type TermLine = {
  id: string;
  term: string;
  /** How many members say that it is theirs, and how many that it is not. */
  ours: number;
  others: number;
  /** What this viewer said. */
  mine: boolean | null;
  users: number;
  /** Who said it in each of the last weeks, the newest last. */
  weeks: number[];
  /** The first words of its lore. */
  lore: string | null;
  /** Who said it first and when, as far as this viewer reads that. */
  firstBy: string | null;
  firstAt: string | null;
};
export type Terms = { rows: TermLine[]; next?: string };

type Row = TermLine & { rank: number | null };

/** What members confirmed, in the order of the alphabet. @param after the word that stood last on the page before */
export async function confirmedTerms(access: LexiconInsideAccess, after?: string): Promise<Terms> {
  const rows = await termsWhere(
    access,
    sql`${isOurs} ${after ? sql`and t.term > ${after.slice(0, 200)}` : sql``}`,
    sql`t.term`,
  );
  const shown = rows.slice(0, termsAPage);
  return { rows: shown, next: rows.length > termsAPage ? shown.at(-1)?.term : undefined };
}

/** What looks like the community's own, and was neither confirmed nor turned down. @param after the place of the last on the page before */
export async function candidateTerms(access: LexiconInsideAccess, after = 0): Promise<Terms> {
  const open = sql`u.rank > ${after} and coalesce(not ${isOurs} and not ${isNotOurs}, true)`;
  const rows = await termsWhere(access, open, sql`u.rank, t.id`);
  const shown = rows.slice(0, termsAPage);
  return { rows: shown, next: rows.length > termsAPage ? String(shown.at(-1)?.rank) : undefined };
}

async function termsWhere(access: LexiconInsideAccess, which: SQL, order: SQL): Promise<Row[]> {
  const { community, lexicon, standing } = access;
  const { rows } = await db().execute<Row>(sql`
    with y as (${tallies(community)})
    select t.id, t.term, coalesce(y.ours, 0) as ours, coalesce(y.others, 0) as others, u.users, u.weeks, u.rank, left(l.text, 1000) as lore,
      (select v.ours from term_votes v where v.community_id = t.community_id and v.term_id = t.id and v.person_id = ${standing.personId}) as mine,
      f.name as "firstBy", ${isoColumn(sql`f.at`)} as "firstAt"
    from terms t left join y on y.term_id = t.id join ${usesFor(community.id, lexicon)} on true left join ${loreFor(lexicon)}
    left join lateral (select p.name, o.created_at as at ${postsHere(access)} and o.id = u.first_post_id) f on true
    where t.community_id = ${community.id} and ${which} order by ${order} limit ${termsAPage + 1}`);
  return rows.map((row) => ({ ...row, lore: row.lore === null ? null : beginningOf(row.lore, () => "…", 220) }));
}

/** Posts `o` of authors `p`, as far as this viewer reads them; of nobody who left the score or is erased. */
const postsHere = ({ community, inside, standing }: LexiconInsideAccess): SQL => sql`
  from posts o join threads h on h.community_id = o.community_id and h.id = o.thread_id
  join spaces s on s.community_id = h.community_id and s.id = h.space_id join people p on p.id = o.author_id and p.state <> 'erased'
  where o.community_id = ${community.id} and o.removed_at is null and o.text <> ''
    and h.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])
    and not exists (select from member_settings x where x.community_id = o.community_id and x.person_id = o.author_id
      and x.key = 'inPulse' and x.value = 'false'::jsonb)
    and not ${blocks(standing.personId, sql`o.author_id`)}`;

export type Term = {
  id: string;
  term: string;
  state: "ours" | "not ours" | "asked";
  ours: number;
  others: number;
  /** What this viewer said. */
  mine: boolean | null;
  users: number;
  weeks: number[];
  asOf: string;
  spread: number | null;
  lore: { text: string; version: number; by: string | null; at: string } | null;
  /** Goes back to who writes on. */
  revision: number;
  wordings: number;
};

export async function termHere({ community, lexicon, standing, term }: TermAccess): Promise<Term> {
  const { rows } = await db().execute<
    Omit<Term, "lore"> & { text: string | null; version: number; by: string | null; at: string }
  >(sql`
    with y as (${tallies(community)} having v.term_id = ${term.id})
    select t.id, t.term, coalesce(y.ours, 0) as ours, coalesce(y.others, 0) as others, u.users, u.weeks, u.as_of::text as "asOf", u.spread,
      case when ${isOurs} then 'ours' when ${isNotOurs} then 'not ours' else 'asked' end as state,
      (select v.ours from term_votes v where v.community_id = t.community_id and v.term_id = t.id and v.person_id = ${standing.personId}) as mine,
      l.text, l.version, p.name as by, ${isoColumn(sql`l.written_at`)} as at,
      coalesce((select ${revision} from term_lore l where l.community_id = t.community_id and l.term_id = t.id order by l.version desc limit 1), 0) as revision,
      (select count(*)::int from term_lore z where z.community_id = t.community_id and z.term_id = t.id) as wordings
    from terms t left join y on y.term_id = t.id join ${usesFor(community.id, lexicon)} on true left join ${loreFor(lexicon)}
    left join people p on p.id = l.written_by
    where t.community_id = ${community.id} and t.id = ${term.id}`);
  const { text, version, by, at, ...row } = rows[0]!;
  return { ...row, lore: text === null ? null : { text, version, by, at } };
}

export type Use = {
  id: string;
  title: string;
  space: string;
  author: string | null;
  avatarFileId: string | null;
  at: string;
  beginning: string;
  /** Nobody had said it before. */
  first: boolean;
};

/** The first use and those that came next, as far as this viewer reads them now, in the order they were said. */
export async function usesHere(access: TermAccess): Promise<Use[]> {
  const { community, lexicon, term } = access;
  const { rows } = await db().execute<Omit<Use, "beginning"> & { text: string }>(sql`
    select f.* from terms t join ${usesFor(community.id, lexicon)} on true
    join lateral (select o.id, h.title, s.name as space, p.name as author, p.avatar_file_id as "avatarFileId",
      ${isoColumn(sql`o.created_at`)} as at, left(o.text, 4000) as text, o.id = u.first_post_id as first, o.created_at
      ${postsHere(access)} and o.id = any(u.evidence || u.first_post_id)) f on true
    where t.community_id = ${community.id} and t.id = ${term.id} order by f.created_at, f.id limit 20`);
  const nameOf = await namesIn(rows.map(({ text }) => text));
  return rows.map(({ text, ...row }) => ({ ...row, beginning: beginningOf(text, nameOf) }));
}

export type Wording = {
  version: number;
  /** Null where a moderator took it out, for who neither wrote it nor moderates. */
  text: string | null;
  by: string | null;
  at: string;
  removed: boolean;
  /** For who wrote it, and for moderators. */
  removedWhy: string | null;
};

/** Every wording of its lore that this viewer may read, the latest first. */
export async function wordingsOf({ community, lexicon, standing, term }: TermAccess): Promise<Wording[]> {
  const sees = sql`(l.removed_at is null or ${may.answerReports(standing)} or l.written_by = ${standing.personId})`;
  const { rows } = await db().execute<Wording>(sql`
    select l.version, case when ${sees} then l.text end as text, p.name as by, ${isoColumn(sql`l.written_at`)} as at,
      l.removed_at is not null as removed, case when ${sees} then l.removed_why end as "removedWhy"
    from term_lore l join people p on p.id = l.written_by
    where l.community_id = ${community.id} and l.term_id = ${term.id} and ${lexicon === "public" ? sql`l.readers = 'public'` : sql`true`}
    order by l.version desc limit 100`);
  return rows;
}

export type RitualLine = {
  rank: number;
  every: number;
  /** The latest first, as far as this viewer reads them. */
  threads: { id: string; title: string; at: string }[];
  /** Members who came to three of them or more. */
  back: number;
  /** Those of them who show what they take part in; outside nobody is named. */
  people: { id: string; name: string; avatarFileId: string | null }[];
};

/** Threads that are begun again and again, with those who return to them. What is left of one by too few of its threads is none. */
export async function ritualsHere({
  community,
  inside,
  standing,
  lexicon,
}: LexiconInsideAccess): Promise<RitualLine[]> {
  const named = sql`p.name is not null and ${lexicon !== "public"} and (p.id = ${standing.personId} or ${shows("activityShown")})
    and not ${blocks(standing.personId, sql`p.id`)}`;
  const { rows } = await db().execute<RitualLine>(sql`
    select r.rank, r.every, x.threads, y.back, y.people from rituals r
    join lateral (
      select count(*) as n, array_agg(t.id) as ids,
        jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'at', ${isoColumn(sql`t.created_at`)}) order by t.created_at desc, t.id) as threads
      from threads t where t.community_id = r.community_id and t.id = any(r.threads) and t.posts > 0 and t.title <> ''
        and t.space_id = any(${sql.param(inside.map(({ id }) => id))}::uuid[])) x on x.n >= ${fewest}
    join lateral (
      select count(*)::int as back, coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'avatarFileId', c.avatar)
        order by c.times desc, c.id) filter (where c.named), '[]'::jsonb) as people
      from (select p.id, p.name, p.avatar_file_id as avatar, count(*) as times, bool_or(${named}) as named
        from thread_people h join memberships m on m.community_id = h.community_id and m.person_id = h.person_id
          and (m.role = 'member' or (m.role = 'representative' and not m.employed))
        join people p on p.id = h.person_id
        where h.community_id = r.community_id and h.thread_id = any(x.ids) and h.posts > 0 and ${shows("inPulse")}
          and not exists (select from brand_owners o where o.brand_id = ${community.brandId} and o.person_id = h.person_id)
        group by p.id having count(*) >= ${comings} order by times desc, p.id limit 200) c) y on true
    where r.community_id = ${community.id} and r.audience = ${lexicon} order by r.rank limit 20`);
  return rows;
}
