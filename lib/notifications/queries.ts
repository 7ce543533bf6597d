import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { MemberAccess, MemberInsideAccess } from "@/lib/access/gate";
import { may, type SpaceRules } from "@/lib/access/policy";
import { spaceColumns } from "@/lib/access/rows";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { namesIn } from "@/lib/references/names";
import { beginningOf } from "@/lib/text/markdown/beginning";
import { uuid } from "@/lib/text/markdown/ids";
import type { Kind } from "./kinds";
import { holds, joined, sameLine, visible } from "./visible";

/** What is shown as one: the newest of its kind in a thread on one day, and how many people it was. */
export type Line = {
  id: string;
  kind: Kind;
  at: string;
  /** The day that was in the community. */
  day: string;
  unread: boolean;
  postId: string | null;
  /** Null of what stands in no thread. */
  thread: { id: string; title: string; space: string } | null;
  /** Who did the latest; null for who was erased. */
  name: string | null;
  /** How many others did the same. */
  others: number;
  /** They chose to watch this thread itself, and not only its space. */
  byThread: boolean;
  /** The first words of the latest post; of what was refused, why. */
  said: string;
};

type Row = Omit<Line, "thread" | "said"> & {
  threadId: string | null;
  title: string;
  space: string;
  text: string;
};

/** One's own news, the latest first. Two queries, however many they are. */
export async function notificationsOf(access: MemberInsideAccess, cursor?: Cursor): Promise<Page<Line>> {
  const { rows, next } = toPage(await linesOf(access, after(cursor, sql`l.created_at`, sql`l.id`), pageSize + 1));
  return { rows: await withWords(rows), next };
}

/** Of one mail: those of its lines that are news still and may be read at this moment. */
export async function linesOfMail(access: MemberInsideAccess, letterId: string, most: number): Promise<Page<Line>> {
  const rows = await linesOf(access, sql`and l.letter_id = ${letterId} and l.read_at is null`, most + 1);
  return { rows: await withWords(rows.slice(0, most)), next: rows.length > most ? "more" : undefined };
}

/** Where one of them leads. */
export async function notificationOf(access: MemberInsideAccess, id: string): Promise<Line | undefined> {
  const one = new RegExp(`^${uuid}$`).test(id) ? id : null;
  const [row] = await linesOf(access, sql`and l.id = ${one}`, 1, true);
  return row && (await withWords([row]))[0];
}

/** @param single also one that is shown together with a later one */
async function linesOf(access: MemberInsideAccess, which: SQL, most: number, single = false) {
  const { community, personId, inside } = access;
  const spaces = inside.map(({ id }) => id);
  const later = single
    ? sql``
    : sql`and not exists (select from notifications n ${joined("n", "o")} where ${sameLine}
        and (n.created_at, n.id) > (l.created_at, l.id) and ${visible("n", "o", personId, spaces)})`;
  const { rows } = await db().execute<Row & { cursor: string }>(sql`
    select l.id, l.kind, ${isoColumn(sql`l.created_at`)} as at, l.day::text as day, ${microseconds(sql`l.created_at`)} as cursor, l.post_id as "postId",
      t.id as "threadId", t.title, s.name as space, a.name, coalesce(g.unread, l.read_at is null) as unread, coalesce(g.people, 1) - 1 as others,
      exists (select from thread_levels w where w.community_id = l.community_id and w.thread_id = t.id and w.person_id = ${personId} and w.level = 'watch') as "byThread",
      case when l.held_id is not null then coalesce((select h.reason from held h where h.community_id = l.community_id and h.id = l.held_id), '')
        when l.cause = 'moderation' then '' else left(lo.text, 4000) end as text
    from notifications l ${joined("l", "lo")}
    left join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join people a on a.id = l.actor_id
    left join lateral (
      select bool_or(x.read_at is null) as unread, count(distinct x.actor_id)::int as people from (
        select n.read_at, n.actor_id from notifications n ${joined("n", "o")}
        where ${sameLine} and ${visible("n", "o", personId, spaces)} order by n.created_at desc limit 200) x
      having count(*) > 0) g on true
    where l.community_id = ${community.id} and l.person_id = ${personId} and ${visible("l", "lo", personId, spaces)} ${which} ${later}
    order by l.created_at desc, l.id desc limit ${most}`);
  return rows;
}

/** Whom posts speak to has the name of now. */
async function withWords(rows: readonly Row[]): Promise<Line[]> {
  const nameOf = await namesIn(rows.map(({ text }) => text));
  return rows.map(({ threadId, title, space, text, ...line }) => ({
    ...line,
    thread: threadId ? { id: threadId, title, space } : null,
    said: beginningOf(text, nameOf),
  }));
}

/** Beyond this nobody wants to know how many. */
export const mostCounted = 99;
/** As many are looked at to count them. */
const looked = 500;

export type Unread = {
  /** Lines with something unread. */
  count: number;
  /** The last event of their own channel before this was counted: what happens later, a page hears of. */
  since: number;
};

type SpaceCount = Pick<SpaceRules, keyof SpaceRules> & { lines: number | null; since: number };

/** How much is news to them. One query: what they may read is decided here, as everywhere, by the policy. */
export async function unreadOf({ community, standing, personId }: MemberAccess): Promise<Unread> {
  const { rows } = await db().execute<SpaceCount>(sql`
    select ${spaceColumns}, u.lines, coalesce((select h.last_seq from person_heads h where h.person_id = ${personId}), 0)::float8 as since
    from (select) one left join (
      select t.space_id, count(distinct (coalesce(n.thread_id, n.id), n.kind, n.day))::int as lines
      from (select * from notifications x where x.community_id = ${community.id} and x.person_id = ${personId} and x.read_at is null
        order by x.created_at desc limit ${looked}) n ${joined("n", "o")}
      where ${holds("n", "o", personId)} group by t.space_id) u on true
    left join spaces s on s.community_id = ${community.id} and s.id = u.space_id`);
  const count = rows
    .filter((row) => row.lines && (!row.id || may.readSpace(standing, row)))
    .reduce((sum, row) => sum + (row.lines ?? 0), 0);
  return { count: Math.min(count, mostCounted + 1), since: rows[0]?.since ?? 0 };
}
