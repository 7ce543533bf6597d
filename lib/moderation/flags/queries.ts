import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { reportReasons } from "@/db/schema";
import type { CommunityAccess, ModeratorAccess, PostModerationAccess } from "@/lib/access/gate";
import { type Cursor, later, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { namesIn } from "@/lib/references/names";
import { beginningOf } from "@/lib/text/markdown/beginning";

export type Reason = (typeof reportReasons)[number];

/** A post that waits to be looked at, with everything that was flagged in it. */
export type FlaggedPost = {
  id: string;
  author: string | null;
  /** The first words of it. */
  beginning: string;
  thread: { id: string; title: string };
  space: string;
  /** How many flagged it, for what, and since when it waits. */
  flags: number;
  reasons: Reason[];
  since: string;
};

type Row = Omit<FlaggedPost, "thread" | "beginning"> & {
  text: string;
  threadId: string;
  title: string;
  cursor: string;
};

/** Whoever waits longest comes first; only of spaces that this moderator looks after. Those of one post are one line. */
export async function flaggedPosts(access: ModeratorAccess, cursor?: Cursor): Promise<Page<FlaggedPost>> {
  const { community, moderated } = access;
  const spaces = sql.param(moderated.map(({ id }) => id));
  const { rows } = await db().execute<Row>(sql`
    select o.id, p.name as author, left(o.text, 4000) as text, t.id as "threadId", t.title, s.name as space,
      w.flags, w.reasons, ${isoColumn(sql`w.since`)} as since, ${microseconds(sql`w.since`)} as cursor
    from (select f.post_id, count(*)::int as flags, array_agg(distinct f.reason) as reasons, min(f.made_at) as since
      from flags f where f.community_id = ${community.id} and f.decided_at is null group by f.post_id) w
    join posts o on o.community_id = ${community.id} and o.id = w.post_id
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    join people p on p.id = o.author_id
    where t.space_id = any(${spaces}::uuid[]) ${later(cursor, sql`w.since`, sql`o.id`)}
    order by w.since, o.id limit ${pageSize + 1}`);
  const page = toPage(rows);
  const nameOf = await namesIn(page.rows.map(({ text }) => text));
  return {
    ...page,
    rows: page.rows.map(({ threadId, title, text, ...row }) => ({
      ...row,
      beginning: beginningOf(text, nameOf),
      thread: { id: threadId, title },
    })),
  };
}

export type Flag = {
  id: string;
  name: string | null;
  reason: Reason;
  text: string;
  madeAt: string;
  decision: "hidden" | "kept" | null;
};

/** Who flagged a post and why, what waits first; decided ones too. */
export async function flagsOf({ community, post }: PostModerationAccess): Promise<Flag[]> {
  const { rows } = await db().execute<Flag>(sql`
    select f.id, p.name, f.reason, f.text, f.decision, ${isoColumn(sql`f.made_at`)} as "madeAt"
    from flags f join people p on p.id = f.person_id
    where f.community_id = ${community.id} and f.post_id = ${post.id}
    order by f.decided_at desc nulls first, f.made_at limit 100`);
  return rows;
}

export type AuthorFacts = {
  id: string;
  name: string | null;
  avatarFileId: string | null;
  /** Null for who is no member any more. */
  joinedAt: string | null;
  /** Posts in view, and those that moderators took out of view. */
  posts: number;
  removed: number;
  /** How often moderators decided something about them: warnings, silences, suspensions, removals. */
  decisions: number;
  role: "member" | "representative" | "manager" | null;
  owner: boolean;
};

/** What a moderator knows of whose post it is before deciding: how long they are here, and what was before. */
export async function authorFacts({ community, post }: PostModerationAccess): Promise<AuthorFacts> {
  const { rows } = await db().execute<AuthorFacts>(sql`
    select p.id, p.name, p.avatar_file_id as "avatarFileId", ${isoColumn(sql`m.joined_at`)} as "joinedAt", m.role,
      exists (select from brand_owners b where b.brand_id = ${community.brandId} and b.person_id = p.id) as owner,
      (select coalesce(sum(l.posts), 0)::int from thread_people l where l.community_id = ${community.id} and l.person_id = p.id) as posts,
      (select count(*)::int from statements s where s.community_id = ${community.id} and s.person_id = p.id
        and s.kind = 'hiding' and s.lifted_at is null) as removed,
      (select count(*)::int from statements s where s.community_id = ${community.id} and s.person_id = p.id
        and s.kind <> 'hiding' and s.granted is not true) as decisions
    from people p left join memberships m on m.person_id = p.id and m.community_id = ${community.id}
    where p.id = ${post.authorId}`);
  return rows[0]!;
}

export type MyFlag = Pick<Flag, "id" | "reason" | "text" | "madeAt" | "decision"> & { thread: string };

/** What the viewer flagged here, and what came of it; the thread is named as long as it may be read. */
export async function myFlags(
  { community, viewer }: CommunityAccess,
  readable: readonly { id: string }[],
): Promise<MyFlag[]> {
  if (!viewer.personId) return [];
  const { rows } = await db().execute<MyFlag>(sql`
    select f.id, f.reason, f.text, f.decision, ${isoColumn(sql`f.made_at`)} as "madeAt",
      case when t.space_id = any(${sql.param(readable.map(({ id }) => id))}::uuid[]) then t.title else '' end as thread
    from flags f join posts o on o.community_id = f.community_id and o.id = f.post_id
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    where f.community_id = ${community.id} and f.person_id = ${viewer.personId}
    order by f.made_at desc, f.id desc limit 20`);
  return rows;
}
