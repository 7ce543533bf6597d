import { sql } from "drizzle-orm";
import { isoColumn } from "@/db/columns";
import { type Level, levelOf } from "@/lib/watching/level";
import type { Standing } from "./policy";
import type { Community, CommunityAccess, Held, Post, Space, Thread } from "./proofs";
import type { Viewer } from "./viewer";

// What the gate reads and how a row becomes a fact. Pure: nothing here opens anything.

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no id is asked for as none, so that it costs the same question. */
export const idOrNone = (id: string): string | null => (uuid.test(id) ? id : null);

export type CommunityRow = Omit<Community, "brand"> & {
  brandSlug: string;
  brandName: string;
  brandLogo: string | null;
  owner: boolean;
  role: Standing["role"] | null;
  employed: boolean;
  suspended: boolean;
  silenced: boolean;
  duties: (string | null)[];
  badges: string[];
  since: string | null;
  unnoted: boolean;
  spaceLevels: CommunityAccess["spaceLevels"];
};

export function asCommunity(
  viewer: Viewer,
  row: CommunityRow,
): Pick<CommunityAccess, "community" | "standing" | "visit" | "spaceLevels"> {
  const {
    brandSlug,
    brandName,
    brandLogo,
    owner,
    role,
    employed,
    suspended,
    silenced,
    duties,
    badges,
    since,
    unnoted,
    spaceLevels,
    ...community
  } = row;
  return {
    community: { ...community, brand: { slug: brandSlug, name: brandName, logoFileId: brandLogo } },
    standing: {
      personId: viewer.personId,
      verified: viewer.verified,
      owner,
      role: role ?? "none",
      employed,
      suspended,
      silenced,
      moderates: duties.includes(null) ? "community" : duties.filter((id) => id !== null),
      badges,
    },
    visit: { since, unnoted },
    spaceLevels,
  };
}

export type SpaceRow = Omit<Space, "closed"> & { closedAt: Date | null };

/** Of `spaces s`. */
export const spaceColumns = sql`
  s.id, s.slug, s.name, s.purpose, s.read_audience as "readAudience", s.write_audience as "writeAudience", s.door, s.needs, s.holders, s.questions, s.closed_at as "closedAt",
  coalesce((select h.last_seq from channel_heads h where h.community_id = s.community_id and h.channel = 'space:' || s.id), 0)::float8 as seq,
  array(select x.badge_id from space_badges x where x.community_id = s.community_id and x.space_id = s.id and x.use = 'read') as "readBadges",
  array(select x.badge_id from space_badges x where x.community_id = s.community_id and x.space_id = s.id and x.use = 'write') as "writeBadges"`;

export const asSpace = ({ closedAt, ...row }: SpaceRow): Space => ({ ...row, closed: closedAt !== null });

export type ThreadRow = SpaceRow & {
  threadId: string;
  title: string;
  authorId: string;
  startedAt: string;
  lastPostAt: string;
  lastPosition: number;
  posts: number;
  hasPolls: boolean;
  tags: Thread["tags"];
  readPosition: number;
  level: Level;
  chosen: boolean;
  waits: boolean;
  lockedAt: string | null;
  lockedName: string | null;
  lockedWhy: string | null;
};

/** Of `threads t` and this viewer's row `r` in it. */
export const ownColumns = (personId: string | null) => sql`
  coalesce(r.read_position, 0) as "readPosition", ${levelOf(personId)} as level,
  exists (select from thread_levels l where l.community_id = t.community_id and l.thread_id = t.id and l.person_id = ${personId}) as chosen,
  exists (select from held h join threads x on x.community_id = h.community_id and x.id = h.thread_id
    where h.community_id = t.community_id and h.person_id = ${personId} and h.decision is null and coalesce(x.merged_into, x.id) = t.id) as waits`;

/** Of `threads t`. */
export const threadColumns = sql`
  t.id as "threadId", t.title, t.author_id as "authorId", t.created_at as "startedAt", t.last_post_at as "lastPostAt", t.last_position as "lastPosition", t.posts, t.has_polls as "hasPolls",
  ${isoColumn(sql`t.locked_at`)} as "lockedAt", (select name from people where id = t.locked_by) as "lockedName", t.locked_why as "lockedWhy",
  (select coalesce(jsonb_agg(jsonb_build_object('slug', g.slug, 'name', g.name) order by g.slug), '[]'::jsonb)
    from thread_tags x join tags g on g.community_id = x.community_id and g.id = x.tag_id
    where x.community_id = t.community_id and x.thread_id = t.id) as tags`;

export function asThread(row: ThreadRow): { thread: Thread; space: Space } {
  const { threadId: id, startedAt: createdAt, lockedAt, lockedName, lockedWhy, ...rest } = row;
  const {
    title,
    authorId,
    lastPostAt,
    lastPosition,
    posts,
    hasPolls,
    tags,
    readPosition,
    level,
    chosen,
    waits,
    ...space
  } = rest;
  const locked = lockedAt ? { at: lockedAt, by: lockedName, why: lockedWhy ?? "" } : null;
  return {
    thread: {
      ...{ id, title, authorId, createdAt, lastPostAt, lastPosition, posts, hasPolls, tags, locked },
      ...{ readPosition, level, chosen, waits },
    },
    space: asSpace(space),
  };
}

export type PostRow = ThreadRow &
  Omit<Post, "id" | "authorId" | "removed"> & { postId: string; postAuthor: string; removedBy: string | null };

/** Of `posts o`. */
export const postColumns = sql`
  o.id as "postId", o.position, o.author_id as "postAuthor", o.answers_id as "answersId", o.removed_by as "removedBy"`;

export function asPost(row: PostRow): { post: Post; thread: ThreadRow } {
  const { postId, position, postAuthor, answersId, removedBy, ...thread } = row;
  const removed = removedBy === null ? null : removedBy === postAuthor ? "by author" : "by moderator";
  return { post: { id: postId, position, authorId: postAuthor, answersId, removed }, thread };
}

/** Of `held h`: the thread `t` it is for, where that went by now, and the space `s` where it would stand. */
export const heldPlace = sql`
  left join threads a on a.community_id = h.community_id and a.id = h.thread_id
  left join threads t on t.community_id = h.community_id and t.id = coalesce(a.merged_into, a.id)
  join spaces s on s.community_id = h.community_id and s.id = coalesce(t.space_id, h.space_id)`;

export type HeldRow = SpaceRow & { heldId: string; kind: Held["kind"]; authorId: string; threadId: string | null };

export function asHeld({ heldId: id, kind, authorId, threadId, ...space }: HeldRow): { held: Held; where: Space } {
  return { held: { id, kind, authorId, threadId }, where: asSpace(space) };
}

/** Of `statements s`: it is about no post, or about one that this moderator reads. */
export const readable = ({ moderated }: { moderated: readonly { id: string }[] }) => sql`(s.post_id is null or exists (
  select from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
  where o.community_id = s.community_id and o.id = s.post_id
    and t.space_id = any(${sql.param(moderated.map(({ id }) => id))}::uuid[])))`;
