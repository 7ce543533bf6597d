import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { Why } from "@/db/schema";
import type { ModeratorAccess, OwnHeldAccess, SpaceAccess, ThreadAccess } from "@/lib/access/gate";
import { heldPlace } from "@/lib/access/rows";
import { after, type Cursor, later, microseconds, type Page, toPage } from "@/lib/communities/keyset";
import { withPlaced } from "@/lib/posts/placed";
import { renderMarkdown } from "@/lib/text/markdown";
import { mostWaiting } from "./hold";

/** Each is read whole, so a page holds fewer than a list of lines. */
const aPage = 20;

type Shown = {
  id: string;
  kind: "thread" | "answer";
  title: string;
  /** Of its words, with places for what this reader is shown: see lib/text/markdown/fill.ts. */
  html: string;
  /** Whom it speaks to, by id, with the names of now; null for who was erased. */
  people: ReadonlyMap<string, string | null>;
  poll: { question: string; options: readonly string[] } | null;
  why: readonly Why[];
  madeAt: string;
};

export type HeldLine = Shown & {
  author: { id: string; name: string | null; avatarFileId: string | null; joinedAt: string | null; posts: number };
  space: { slug: string; name: string };
  thread: { id: string; title: string } | null;
};

export type OwnHeldLine = Shown & {
  decision: "refused" | null;
  reason: string | null;
  /** Where it would stand; null where its author may no longer read. */
  space: { slug: string; name: string } | null;
  thread: { id: string; title: string } | null;
};

type Row = Omit<Shown, "html" | "people"> & {
  text: string;
  people: { id: string; name: string | null }[];
  cursor: string;
};

const columns = sql`h.id, h.kind, h.title, h.text, h.poll, h.why, ${isoColumn(sql`h.made_at`)} as "madeAt", ${microseconds(sql`h.made_at`)} as cursor,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)), '[]'::jsonb) from people p where p.id = any(h.mentions)) as people`;

/** What waits where this moderator decides, the longest first. */
export async function heldToDecide(
  { community, moderated }: ModeratorAccess,
  cursor?: Cursor,
): Promise<Page<HeldLine>> {
  type Found = Row & {
    authorId: string;
    name: string | null;
    avatarFileId: string | null;
    joinedAt: string | null;
    posts: number;
    slug: string;
    space: string;
    threadId: string | null;
    threadTitle: string | null;
  };
  const { rows } = await db().execute<Found>(sql`
    select ${columns}, w.id as "authorId", w.name, w.avatar_file_id as "avatarFileId", ${isoColumn(sql`m.joined_at`)} as "joinedAt",
      (select count(*)::int from (select from posts o where o.community_id = h.community_id and o.author_id = h.person_id
        and o.removed_at is null limit 100) o) as posts,
      s.slug, s.name as space, t.id as "threadId", t.title as "threadTitle"
    from held h ${heldPlace}
    join people w on w.id = h.person_id
    left join memberships m on m.community_id = h.community_id and m.person_id = h.person_id
    where h.community_id = ${community.id} and h.decision is null
      and s.id = any(${sql.param(moderated.map(({ id }) => id))}::uuid[]) ${later(cursor, sql`h.made_at`, sql`h.id`)}
    order by h.made_at, h.id limit ${aPage + 1}`);
  const page = toPage(rows, aPage);
  const lines = page.rows.map(
    ({ authorId, name, avatarFileId, joinedAt, posts, slug, space, threadId, threadTitle, ...row }) => ({
      ...drawn(row),
      author: { id: authorId, name, avatarFileId, joinedAt, posts },
      space: { slug, name: space },
      thread: threadId ? { id: threadId, title: threadTitle ?? "" } : null,
    }),
  );
  return { rows: await withPlaced(community.id, lines, "held"), next: page.next };
}

type OwnRow = Row & {
  decision: "refused" | null;
  reason: string | null;
  slug: string | null;
  space: string | null;
  threadId: string | null;
  threadTitle: string | null;
};

async function own(
  { community, personId }: { community: { id: string }; personId: string },
  readable: readonly string[],
  which: SQL,
  order: SQL,
  most: number,
): Promise<OwnRow[]> {
  const { rows } = await db().execute<OwnRow>(sql`
    select ${columns}, h.decision, h.reason, r.slug, r.name as space, case when r.id is not null then t.id end as "threadId",
      case when r.id is not null then t.title end as "threadTitle"
    from held h ${heldPlace}
    left join spaces r on r.community_id = s.community_id and r.id = s.id and r.id = any(${sql.param([...readable])}::uuid[])
    where h.community_id = ${community.id} and h.person_id = ${personId} and (h.decision is null or (h.decision = 'refused' and h.text <> ''))
      ${which} order by ${order} limit ${most}`);
  return rows;
}

const asOwn = ({ decision, reason, slug, space, threadId, threadTitle, ...row }: OwnRow): OwnHeldLine => ({
  ...drawn(row),
  decision,
  reason,
  space: slug && space ? { slug, name: space } : null,
  thread: threadId ? { id: threadId, title: threadTitle ?? "" } : null,
});

/** What somebody sent and nobody decided about, and what was refused of late; the latest first. @param inside the spaces they read */
export async function myHeld(
  access: OwnHeldAccess,
  inside: readonly SpaceAccess[],
  cursor?: Cursor,
): Promise<Page<OwnHeldLine>> {
  const spaces = inside.map(({ space }) => space.id);
  const which = after(cursor, sql`h.made_at`, sql`h.id`);
  const page = toPage(await own(access, spaces, which, sql`h.made_at desc, h.id desc`, aPage + 1), aPage);
  return { rows: await withPlaced(access.community.id, page.rows.map(asOwn), "held"), next: page.next };
}

/** What of one's own waits to stand at the end of this thread. For a visitor nothing is asked. */
export async function myHeldIn({ community, space, thread, viewer }: ThreadAccess): Promise<OwnHeldLine[]> {
  const { personId } = viewer;
  if (!personId) return [];
  const here = sql`and h.decision is null and h.thread_id in (select x.id from threads x where x.community_id = ${community.id}
    and (x.id = ${thread.id} or x.merged_into = ${thread.id}))`;
  const rows = await own({ community, personId }, [space.id], here, sql`h.made_at, h.id`, mostWaiting);
  return withPlaced(community.id, rows.map(asOwn), "held");
}

function drawn({ text, people, cursor: _, ...row }: Row): Shown {
  return { ...row, html: renderMarkdown(text), people: new Map(people.map(({ id, name }) => [id, name])) };
}
