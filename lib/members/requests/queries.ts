import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CommunityAccess, DeskAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";

export type Waiting = {
  id: string;
  name: string | null;
  avatarFileId: string | null;
  bio: string | null;
  message: string;
  askedAt: string;
};

export async function waitingRequests({ community }: DeskAccess, cursor?: Cursor): Promise<Page<Waiting>> {
  const { rows } = await db().execute<Waiting & { cursor: string }>(sql`
    select r.id, p.name, p.avatar_file_id as "avatarFileId", p.bio, r.message, ${microseconds(sql`r.asked_at`)} as cursor,
      to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt"
    from join_requests r join people p on p.id = r.person_id
    where r.community_id = ${community.id} and r.decision is null ${after(cursor, sql`r.asked_at`, sql`r.id`)}
    order by r.asked_at desc, r.id desc limit ${pageSize + 1}`);
  return toPage(rows);
}

export type MyRequest = {
  decision: "let in" | "turned down" | "withdrawn" | null;
  reason: string | null;
  askedAt: string;
};

/** The viewer's own last request. */
export async function myRequest(access: CommunityAccess): Promise<MyRequest | undefined> {
  const { rows } = await db().execute<MyRequest>(sql`
    select decision, reason, to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "askedAt"
    from join_requests where community_id = ${access.community.id} and person_id = ${access.viewer.personId}
    order by asked_at desc, id desc limit 1`);
  return rows[0];
}
