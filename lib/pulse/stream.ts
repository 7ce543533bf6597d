import { type SQL, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import type { PulseAudience } from "@/db/schema/pulse";
import type { Activity } from "@/lib/scoring/input";
import { uuid } from "@/lib/text/markdown/ids";

// Its own file because it is the one place where what people did here becomes what the method is told.

/** The method looks at eight weeks; a year of them is shown, and before each it asks who was there already. */
export const weeksBack = 60;
/** Rows at a time. */
const together = 2_000;
/** Longer is no conversation; the method itself stops at four hundred words. */
const longest = 8_000;

export type From = {
  readonly communityId: string;
  readonly brandId: string;
  readonly audience: PulseAudience;
  readonly spaces: readonly string[];
  /** A day; nothing older than so many weeks before it is read. */
  readonly asOf: string;
};

/** The spaces whose posts an audience may read. */
export const readBy: Record<PulseAudience, SQL> = {
  public: sql`s.read_audience = 'everyone'`,
  members: sql`s.read_audience in ('everyone', 'members')`,
  whole: sql`true`,
};

export async function spacesOf(tx: Tx | Database, communityId: string, audience: PulseAudience): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from spaces s where s.community_id = ${communityId} and ${readBy[audience]} order by s.id`);
  return rows.map(({ id }) => id);
}

/** About how many posts there are to read. */
export async function postsIn(tx: Tx | Database, { communityId, spaces, asOf }: From): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select coalesce(sum(t.posts), 0)::int as n from threads t
    where t.community_id = ${communityId} and t.posts > 0 and t.last_post_at >= ${since(asOf)} and ${inside(spaces)}`);
  return rows[0]?.n ?? 0;
}

/** Everything the method is told of one audience's reading, a few thousand things at a time. */
export async function* activityOf(tx: Tx, from: From): AsyncGenerator<Activity[]> {
  yield await outsideOf(tx, from);
  yield await standingsOf(tx, from);
  for (let after: Place | undefined; ; ) {
    const rows = await somePosts(tx, from, after);
    if (rows.length > 0) yield rows.map(asMessage);
    if (rows.length < together) return;
    const { threadId, position } = rows.at(-1)!;
    after = { threadId, position };
  }
}

const since = (asOf: string) => sql`(${asOf}::date - ${weeksBack * 7}::int)`;
const inside = (spaces: readonly string[]) => sql`t.space_id = any(${sql.param([...spaces])}::uuid[])`;

/** Whose posts are no member's: those whom the brand pays or who lead, and who left the score, or is erased. */
async function outsideOf(tx: Tx, { communityId, brandId }: From): Promise<Activity[]> {
  const { rows } = await tx.execute<{ id: string; staff: boolean }>(sql`
    select o.person_id as id, true as staff from brand_owners o where o.brand_id = ${brandId}
    union all select m.person_id, true from memberships m where m.community_id = ${communityId}
      and (m.role = 'manager' or (m.role = 'representative' and m.employed))
    union all select c.person_id, false from member_settings c
      where c.community_id = ${communityId} and c.key = 'inPulse' and c.value = 'false'::jsonb
    union all select distinct t.author_id, false from threads t join people p on p.id = t.author_id and p.state = 'erased'
      where t.community_id = ${communityId}
    union all select distinct r.person_id, false from thread_people r join people p on p.id = r.person_id and p.state = 'erased'
      where r.community_id = ${communityId} and r.posts > 0`);
  return rows.map(({ id, staff }) =>
    staff ? { kind: "member", id, role: "staff" } : { kind: "member", id, left: true },
  );
}

/** Badges of this community's people, and the duty of its moderators. Who holds one is for members to see, and for nobody outside. */
async function standingsOf(tx: Tx, { communityId, brandId, audience }: From): Promise<Activity[]> {
  if (audience === "public") return [];
  const { rows } = await tx.execute<{
    group: string;
    member: string;
    from: number;
    to: number | null;
    bought: boolean;
  }>(sql`
    select g.badge_id as "group", g.person_id as member, ${ms(sql`g.granted_at`)} as "from", ${ms(sql`g.revoked_at`)} as "to",
      b.kind = 'incentive' as bought
    from grants g join badges b on b.brand_id = g.brand_id and b.id = g.badge_id
    join memberships m on m.community_id = ${communityId} and m.person_id = g.person_id
    where g.brand_id = ${brandId}
    union all select null, d.person_id, ${ms(sql`d.given_at`)}, ${ms(sql`d.ended_at`)}, false
    from duties d where d.community_id = ${communityId} and d.space_id is null`);
  return rows.map(({ group, member, from, to, bought }) => ({
    kind: "membership",
    group: group ?? "moderators",
    member,
    from,
    bought,
    ...(to !== null && { to }),
  }));
}

const ms = (at: SQL) => sql`(extract(epoch from ${at}) * 1000)::float8`;

type Place = { threadId: string; position: number };
type Row = Place & {
  id: string;
  author: string;
  at: number;
  spaceId: string;
  open: boolean;
  answersId: string | null;
  mentions: string[] | null;
  quotes: string[] | null;
  text: string;
};

/** Posts in view, by thread and position, as their own index has them. */
async function somePosts(tx: Tx, { communityId, spaces, asOf }: From, after?: Place): Promise<Row[]> {
  const { rows } = await tx.execute<Row>(sql`
    select o.thread_id as "threadId", o.position, o.id, o.author_id as author, ${ms(sql`o.created_at`)} as at,
      t.space_id as "spaceId", s.read_audience <> 'badges' as open, o.answers_id as "answersId",
      (select array_agg(m.person_id) from post_mentions m
        where m.community_id = o.community_id and m.post_id = o.id and not m.quoted) as mentions,
      (select array_agg(q.quoted_id) from post_quotes q where q.community_id = o.community_id and q.post_id = o.id) as quotes,
      left(o.text, ${longest}) as text
    from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where o.community_id = ${communityId} and o.removed_at is null and o.text <> '' and ${inside(spaces)}
      and o.created_at >= ${since(asOf)}
      ${after ? sql`and (o.thread_id, o.position) > (${after.threadId}::uuid, ${after.position}::int)` : sql``}
    order by o.thread_id, o.position limit ${together}`);
  return rows;
}

const spokenTo = new RegExp(`@\\{${uuid}\\}`, "g");

/** Ids in a text are nobody's words; blanks in their place keep positions. */
const asMessage = ({ id, author, at, spaceId, threadId, open, answersId, mentions, quotes, text }: Row): Activity => ({
  kind: "message",
  id,
  author,
  at,
  space: spaceId,
  thread: threadId,
  text: text.replaceAll(spokenTo, (found) => " ".repeat(found.length)),
  ...(open ? {} : { open: false }),
  ...(answersId && { answers: answersId }),
  ...(mentions && { mentions }),
  ...(quotes && { quotes }),
});
