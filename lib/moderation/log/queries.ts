import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import { isModeration, type moderationVerbs } from "@/db/schema";
import type { LogAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";

export type Act = {
  id: string;
  verb: (typeof moderationVerbs)[number];
  at: string;
  /** Who did it; null for who was erased. */
  by: string | null;
  /** Whom it concerned: for moderators alone. */
  person: { id: string; name: string | null } | null;
  /** Where, as far as this reader reads there. */
  thread: { id: string; title: string } | null;
};

type Row = Omit<Act, "thread" | "person"> & {
  cursor: string;
  threadId: string | null;
  title: string | null;
  personId: string | null;
  name: string | null;
};

/** What moderators did, the latest first, from the ledger itself. What happened in a space one does not read is not among it. */
export async function moderationLog(access: LogAccess, cursor?: Cursor): Promise<Page<Act>> {
  const { community, inside, log } = access;
  const spaces = sql.param(inside.map(({ id }) => id));
  const { rows } = await db().execute<Row>(sql`
    select l.id, l.verb, ${isoColumn(sql`l.at`)} as at, ${microseconds(sql`l.at`)} as cursor, a.name as by,
      case when ${log === "of moderators"} then p.id end as "personId", case when ${log === "of moderators"} then p.name end as name,
      t.id as "threadId", t.title
    from (select * from ledger where community_id = ${community.id} and ${sql.raw(isModeration)}) l
    left join people a on a.id = l.actor_id left join people p on p.id = l.subject_id
    left join posts o on l.object_kind = 'post' and o.community_id = l.community_id and o.id = l.object_id
    left join threads t on t.community_id = l.community_id and t.space_id = any(${spaces}::uuid[])
      and t.id = case when l.object_kind = 'thread' then l.object_id else o.thread_id end
    where (l.object_kind not in ('thread', 'post') or t.id is not null) ${after(cursor, sql`l.at`, sql`l.id`)}
    order by l.at desc, l.id desc limit ${pageSize + 1}`);
  const page = toPage(rows);
  return {
    ...page,
    rows: page.rows.map(({ threadId, title, personId, name, ...row }) => ({
      ...row,
      person: personId ? { id: personId, name } : null,
      thread: threadId ? { id: threadId, title: title ?? "" } : null,
    })),
  };
}
