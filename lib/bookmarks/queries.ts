import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import { type MemberAccess, openSpacesAmong } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { namesIn } from "@/lib/references/names";
import { beginningOf } from "@/lib/text/markdown/beginning";

export type Bookmark = {
  id: string;
  postId: string;
  note: string;
  keptAt: string;
  remindAt: string | null;
  due: boolean;
  /** Null where the post can no longer be read: then only one's own note is left. */
  post: { title: string; position: number; author: string | null; beginning: string } | null;
};

type Row = Omit<Bookmark, "post"> & {
  spaceId: string;
  title: string;
  position: number;
  author: string | null;
  text: string;
  inView: boolean;
};

/** One's own bookmarks, the latest first; with `due`, those whose time has come. Two queries, and one where they speak to somebody. */
export async function bookmarksOf(access: MemberAccess, due: boolean, cursor?: Cursor): Promise<Page<Bookmark>> {
  const at = sql`b.created_at`;
  const rows = await rowsOf(
    access,
    sql`${due ? sql`and b.due_at is not null` : sql``} ${after(cursor, at, sql`b.id`)}`,
  );
  const { rows: page, next } = toPage(rows);
  return { rows: await seen(access, page), next };
}

/** One of them, by its post. */
export async function bookmarkOf(access: MemberAccess, postId: string): Promise<Bookmark | undefined> {
  const [row] = await seen(access, await rowsOf(access, sql`and b.post_id = ${uuid.test(postId) ? postId : null}`));
  return row;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function rowsOf({ community, personId }: MemberAccess, which: SQL) {
  const { rows } = await db().execute<Row & { cursor: string }>(sql`
    select b.id, b.post_id as "postId", b.note, ${isoColumn(sql`b.created_at`)} as "keptAt", ${isoColumn(sql`b.remind_at`)} as "remindAt",
      b.due_at is not null as due, ${microseconds(sql`b.created_at`)} as cursor,
      t.space_id as "spaceId", t.title, o.position, p.name as author, left(o.text, 4000) as text,
      o.removed_at is null and o.text <> '' as "inView"
    from bookmarks b
    join posts o on o.community_id = b.community_id and o.id = b.post_id
    join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join people p on p.id = o.author_id
    where b.community_id = ${community.id} and b.person_id = ${personId} ${which}
    order by b.created_at desc, b.id desc limit ${pageSize + 1}`);
  return rows;
}

/** What was closed or taken away since is not said any more. */
async function seen(access: MemberAccess, rows: Row[]): Promise<Bookmark[]> {
  const spaces = await openSpacesAmong(access, [...new Set(rows.map(({ spaceId }) => spaceId))]);
  const readable = new Set(spaces.map(({ space }) => space.id));
  const nameOf = await namesIn(rows.map(({ text }) => text));
  return rows.map(({ spaceId, title, position, author, text, inView, ...own }) => ({
    id: own.id,
    postId: own.postId,
    note: own.note,
    keptAt: own.keptAt,
    remindAt: own.remindAt,
    due: own.due,
    post: inView && readable.has(spaceId) ? { title, position, author, beginning: beginningOf(text, nameOf) } : null,
  }));
}
