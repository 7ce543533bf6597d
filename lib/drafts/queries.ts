import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { DraftAccess, OwnDraftsAccess, SpaceAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";

export type Draft = {
  text: string;
  title: string;
  /** The post it answers. */
  answers: string | null;
  /** Of an edit: the version it began from. */
  version: number | null;
  revision: number;
  savedAt: string;
};

/** What somebody was writing here, if anything. */
export async function draftOf({ community, personId, draft }: DraftAccess): Promise<Draft | undefined> {
  const { rows } = await db().execute<Draft>(sql`
    select d.text, d.title, d.answers_id as answers, d.version, d.revision, ${isoColumn(sql`d.saved_at`)} as "savedAt"
    from drafts d where d.community_id = ${community.id} and d.person_id = ${personId} and d.kind = ${draft.kind} and d.place = ${draft.place}`);
  return rows[0];
}

export type DraftLine = {
  kind: DraftAccess["draft"]["kind"];
  id: string;
  title: string;
  /** The beginning of it. */
  text: string;
  savedAt: string;
  /** Where it belongs; null where its author may no longer read. */
  space: { slug: string; name: string } | null;
  thread: { id: string; title: string } | null;
};

type Row = Omit<DraftLine, "space" | "thread"> & {
  cursor: string;
  slug: string | null;
  name: string | null;
  threadId: string | null;
  threadTitle: string | null;
};

/** All that somebody is still writing in this community, the latest first. @param inside the spaces they read */
export async function myDrafts(
  { community, personId }: OwnDraftsAccess,
  inside: readonly SpaceAccess[],
  cursor?: Cursor,
  size = pageSize,
): Promise<Page<DraftLine>> {
  const readable = sql`any(array[${sql.join(
    inside.map(({ space }) => sql`${space.id}::uuid`),
    sql`, `,
  )}]::uuid[])`;
  const { rows } = await db().execute<Row>(sql`
    select d.kind, d.place as id, d.title, left(d.text, 400) as text, ${isoColumn(sql`d.saved_at`)} as "savedAt", ${microseconds(sql`d.saved_at`)} as cursor,
      s.slug, s.name, t.id as "threadId", t.title as "threadTitle"
    from drafts d
    left join posts o on d.kind = 'edit' and o.community_id = d.community_id and o.id = d.place and o.removed_at is null
    left join threads t on t.community_id = d.community_id and t.posts > 0 and t.space_id = ${readable}
      and t.id = case d.kind when 'answer' then d.place when 'edit' then o.thread_id end
    left join spaces s on s.community_id = d.community_id and s.id = ${readable}
      and s.id = case d.kind when 'thread' then d.place else t.space_id end
    where d.community_id = ${community.id} and d.person_id = ${personId} ${after(cursor, sql`d.saved_at`, sql`d.place`)}
    order by d.saved_at desc, d.place desc limit ${size + 1}`);
  const page = toPage(rows, size);
  return { ...page, rows: page.rows.map(asLine) };
}

const asLine = ({ cursor: _, slug, name, threadId, threadTitle, ...line }: Row): DraftLine => ({
  ...line,
  space: slug && name ? { slug, name } : null,
  thread: threadId ? { id: threadId, title: threadTitle ?? "" } : null,
});
