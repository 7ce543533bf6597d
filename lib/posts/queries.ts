import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { MemberAccess, OwnPostAccess, PostAccess, ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { blocks } from "@/lib/blocks/blocked";
import { rendererVersion, renderMarkdown } from "@/lib/text/markdown";
import type { Fill } from "@/lib/text/markdown/fill";
import { drawTyped } from "@/lib/text/markdown/preview";
import { postsAPage } from "./pages";
import { withPlaced } from "./placed";

export type PostLine = {
  id: string;
  position: number;
  author: { id: string; name: string | null; avatarFileId: string | null; role: string | null; owner: boolean };
  /** This viewer blocks its author: folded until they open it. */
  blocked: boolean;
  /** Null when this viewer sees only that something was here. */
  html: string | null;
  writtenAt: string;
  editedAt: string | null;
  removed: "by author" | "by moderator" | null;
  /** Given by a moderator; for the author and for moderators. */
  removedWhy: string | null;
  /** How many posts in view answer it. */
  answered: number;
  /** The one it answers; whose that was is not said of a removed one. */
  answers: {
    id: string;
    position: number;
    name: string | null;
    avatarFileId: string | null;
    removed: boolean;
    blocked: boolean;
  } | null;
};

type Row = Omit<PostLine, "author" | "removed" | "answers"> & {
  authorId: string;
  name: string | null;
  avatarFileId: string | null;
  role: string | null;
  owner: boolean;
  text: string;
  renderer: number;
  removedBy: string | null;
  toId: string | null;
  toPosition: number | null;
  toName: string | null;
  toAvatar: string | null;
  toRemoved: boolean;
  toBlocked: boolean;
};

/** The posts of one page that this viewer may see, and marks of those removed that were answered. One query, and one for all their pictures and previews. */
export const postsOf = (access: ThreadAccess, page: number): Promise<PostLine[]> =>
  postsAfter(access, (page - 1) * postsAPage);

/** The same of as many positions as a page has, from the one after `from`. */
export const postsAfter = (access: ThreadAccess, from: number): Promise<PostLine[]> =>
  postsWhere(access, sql`o.position > ${from} and o.position <= ${from + postsAPage}`);

/** Where a thread stood at a moment: the first post since; after its last post, its end. */
export async function positionOn({ community, thread }: ThreadAccess, since: Date): Promise<number> {
  const { rows } = await db().execute<{ position: number }>(sql`
    select position from posts where community_id = ${community.id} and thread_id = ${thread.id}
      and created_at >= ${since.toISOString()}::timestamptz order by position limit 1`);
  return rows[0]?.position ?? thread.lastPosition;
}

/** A few posts before and after one, itself among them: what was said around it. */
export const postsAround = (access: PostAccess, few = 3): Promise<PostLine[]> =>
  postsWhere(access, sql`o.position between ${access.post.position - few} and ${access.post.position + few}`);

/** One post by itself, as it stands in its thread. */
export const postAlone = (access: PostAccess): Promise<PostLine[]> => postsWhere(access, sql`o.id = ${access.post.id}`);

/** What was answered to a post, in the order it was said. */
export const answersTo = (access: PostAccess, afterPosition = 0): Promise<PostLine[]> =>
  postsWhere(access, sql`o.answers_id = ${access.post.id} and o.position > ${afterPosition}`);

async function postsWhere(access: ThreadAccess, which: SQL): Promise<PostLine[]> {
  const { community, thread, viewer } = access;
  const { rows } = await db().execute<Row>(sql`
    select o.id, o.position, o.author_id as "authorId", p.name, p.avatar_file_id as "avatarFileId", m.role,
      exists (select 1 from brand_owners w where w.brand_id = ${community.brandId} and w.person_id = o.author_id) as owner,
      ${blocks(viewer.personId, sql`o.author_id`)} as blocked, o.html, o.text, o.renderer, ${isoColumn(sql`o.created_at`)} as "writtenAt", ${isoColumn(sql`o.edited_at`)} as "editedAt",
      o.removed_by as "removedBy", o.removed_why as "removedWhy", o.answers as answered,
      q.id as "toId", q.position as "toPosition", qp.name as "toName", qp.avatar_file_id as "toAvatar", q.removed_by is not null as "toRemoved",
      ${blocks(viewer.personId, sql`q.author_id`)} as "toBlocked"
    from posts o
    join people p on p.id = o.author_id
    left join memberships m on m.community_id = o.community_id and m.person_id = o.author_id
    left join posts q on q.community_id = o.community_id and q.id = o.answers_id
    left join people qp on qp.id = q.author_id and q.removed_by is null
    where o.community_id = ${community.id} and o.thread_id = ${thread.id} and ${which}
    order by o.position limit ${postsAPage}`);
  return withPlaced(
    community.id,
    rows.flatMap((row) => asSeen(access, row)),
  );
}

function asSeen(access: ThreadAccess, row: Row): PostLine[] {
  const { authorId, name, avatarFileId, role, owner, text, renderer, removedBy, ...rest } = row;
  const { toId, toPosition, toName, toAvatar, toRemoved, toBlocked, html, removedWhy, ...plain } = rest;
  const removed = removedBy === null ? null : removedBy === authorId ? "by author" : "by moderator";
  const mine = access.viewer.personId === authorId;
  const shown =
    text !== "" && (!removed || mine || (removed === "by moderator" && may.moderate(access.standing, access.space)));
  if (!shown && removed && plain.answered === 0) return [];
  const drawn = renderer === rendererVersion ? html : renderMarkdown(text);
  return [
    {
      ...plain,
      author: shown
        ? { id: authorId, name, avatarFileId, role, owner }
        : { id: "", name: null, avatarFileId: null, role: null, owner: false },
      html: shown ? drawn : null,
      editedAt: shown ? plain.editedAt : null,
      removed,
      removedWhy: shown ? removedWhy : null,
      answers:
        shown && toId && toPosition
          ? {
              id: toId,
              position: toPosition,
              name: toName,
              avatarFileId: toAvatar,
              removed: toRemoved,
              blocked: toBlocked,
            }
          : null,
    },
  ];
}

/** What its author gets to edit: the words, and which version they are. */
export async function wordsToEdit({ community, post }: OwnPostAccess): Promise<{ text: string; version: number }> {
  const { rows } = await db().execute<{ text: string; version: number }>(sql`
    select o.text, (select count(*)::int from post_versions v where v.community_id = o.community_id and v.post_id = o.id) as version
    from posts o where o.community_id = ${community.id} and o.id = ${post.id}`);
  return rows[0]!;
}

export type Version = { version: number; text: string; at: string; by: string | null };

/** Every wording of a post, the present one last; as many as a page shows. */
export async function versionsOf({ community, post }: PostAccess): Promise<Version[]> {
  const { rows } = await db().execute<Version>(sql`
    with said as (
      select v.version, v.text, v.edited_at, v.edited_by from post_versions v where v.community_id = ${community.id} and v.post_id = ${post.id}
    ), every as (
      select s.version, s.text, coalesce(b.edited_at, o.created_at) as at, coalesce(b.edited_by, o.author_id) as by
      from posts o join said s on true left join said b on b.version = s.version - 1
      where o.community_id = ${community.id} and o.id = ${post.id}
      union all
      select coalesce(max(s.version), 0) + 1, o.text, coalesce(o.edited_at, o.created_at), coalesce((array_agg(s.edited_by order by s.version desc))[1], o.author_id)
      from posts o left join said s on true where o.community_id = ${community.id} and o.id = ${post.id} group by o.text, o.edited_at, o.created_at, o.author_id
    )
    select e.version, e.text, ${isoColumn(sql`e.at`)} as at, p.name as by from every e join people p on p.id = e.by
    order by e.version desc limit 100`);
  return rows.reverse();
}

/** What is being written, drawn as it would stand. Nothing is kept. */
export async function previewOf(
  _: MemberAccess,
  { text }: { text: string },
  words: Fill["words"],
): Promise<{ html: string }> {
  return { html: drawTyped(text, words) };
}
