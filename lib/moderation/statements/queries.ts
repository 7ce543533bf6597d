import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isoColumn } from "@/db/columns";
import type { CommunityModeratorAccess, ConcernedAccess, StatementAccess, StatementKind } from "@/lib/access/gate";
import { readable } from "@/lib/access/rows";
import { after, type Cursor, later, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";

export type Statement = {
  id: string;
  kind: StatementKind;
  reason: string;
  at: string;
  until: string | null;
  liftedAt: string | null;
  postId: string | null;
  appeal: string | null;
  appealedAt: string | null;
  granted: boolean | null;
  answer: string | null;
};

const columns = sql`s.id, s.kind, s.reason, ${isoColumn(sql`s.at`)} as at, ${isoColumn(sql`s.until`)} as until,
  ${isoColumn(sql`s.lifted_at`)} as "liftedAt", s.post_id as "postId", s.appeal, ${isoColumn(sql`s.appealed_at`)} as "appealedAt",
  s.granted, s.answer`;

/** What was decided about oneself here, the latest first. Who decided is not said: the community answers for it. */
export async function myStatements(
  { community, personId }: ConcernedAccess,
  cursor?: Cursor,
): Promise<Page<Statement>> {
  const { rows } = await db().execute<Statement & { cursor: string }>(sql`
    select ${columns}, ${microseconds(sql`s.at`)} as cursor from statements s
    where s.community_id = ${community.id} and s.person_id = ${personId} ${after(cursor, sql`s.at`, sql`s.id`)}
    order by s.at desc, s.id desc limit ${pageSize + 1}`);
  return toPage(rows);
}

export async function statementOf({ community, statement }: StatementAccess): Promise<Statement> {
  const { rows } = await db().execute<Statement>(sql`
    select ${columns} from statements s where s.community_id = ${community.id} and s.id = ${statement.id}`);
  return rows[0]!;
}

export type Appeal = Statement & { personId: string; person: string | null; by: string | null; mine: boolean };

const appealColumns = (me: string): SQL => sql`${columns}, s.person_id as "personId", p.name as person, b.name as by,
  coalesce(s.by = ${me}, false) as mine`;

/** Whoever waits longest comes first. Nobody sees their own among them. */
export async function appealsWaiting(access: CommunityModeratorAccess, cursor?: Cursor): Promise<Page<Appeal>> {
  const { community, personId } = access;
  const { rows } = await db().execute<Appeal & { cursor: string }>(sql`
    select ${appealColumns(personId)}, ${microseconds(sql`s.appealed_at`)} as cursor
    from statements s join people p on p.id = s.person_id left join people b on b.id = s.by
    where s.community_id = ${community.id} and s.appealed_at is not null and s.answered_at is null and s.person_id <> ${personId} and ${readable(access)}
      ${later(cursor, sql`s.appealed_at`, sql`s.id`)}
    order by s.appealed_at, s.id limit ${pageSize + 1}`);
  return toPage(rows);
}

export async function appealsAnswered(access: CommunityModeratorAccess, cursor?: Cursor): Promise<Page<Appeal>> {
  const { community, personId } = access;
  const { rows } = await db().execute<Appeal & { cursor: string }>(sql`
    select ${appealColumns(personId)}, ${microseconds(sql`s.answered_at`)} as cursor
    from statements s join people p on p.id = s.person_id left join people b on b.id = s.by
    where s.community_id = ${community.id} and s.answered_at is not null and s.person_id <> ${personId} and ${readable(access)}
      ${after(cursor, sql`s.answered_at`, sql`s.id`)}
    order by s.answered_at desc, s.id desc limit ${pageSize + 1}`);
  return toPage(rows);
}
