import { sql } from "drizzle-orm";
import { type Database, db, type Tx } from "@/db/client";
import type { CommunityAccess, DeskAccess, MemberAccess, VisitorAccess } from "@/lib/access/gate";
import { after, type Cursor, microseconds, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { refuse } from "@/lib/errors";
import { invitationIn } from "@/lib/paths";
import { invitationToken, tokenHash } from "./token";

export type InvitationState = "open" | "withdrawn" | "expired" | "used";
export type Invitation = {
  id: string;
  /** By e-mail or by link. The address is not shown again, to nobody. */
  byMail: boolean;
  state: InvitationState;
  uses: number;
  maxUses: number;
  createdAt: string;
  expiresAt: string;
  inviter: string | null;
  createdBy: string;
};

const columns = sql`
  i.id, i.person_id is not null as "byMail", i.uses, i.max_uses as "maxUses", p.name as inviter, i.created_by as "createdBy",
  case when i.withdrawn_at is not null then 'withdrawn' when i.uses >= i.max_uses then 'used'
    when i.expires_at <= now() then 'expired' else 'open' end as state,
  to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
  to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
  ${microseconds(sql`i.created_at`)} as cursor`;

const list = async (where: ReturnType<typeof sql>, cursor?: Cursor): Promise<Page<Invitation>> => {
  const { rows } = await db().execute<Invitation & { cursor: string }>(sql`
    select ${columns} from invitations i join people p on p.id = i.created_by
    where ${where} ${after(cursor, sql`i.created_at`, sql`i.id`)}
    order by i.created_at desc, i.id desc limit ${pageSize + 1}`);
  return toPage(rows);
};

export const allInvitations = ({ community }: DeskAccess, cursor?: Cursor) =>
  list(sql`i.community_id = ${community.id}`, cursor);

export const myInvitations = ({ community, personId }: MemberAccess, cursor?: Cursor) =>
  list(sql`i.community_id = ${community.id} and i.created_by = ${personId}`, cursor);

/** The token of a link, for who has just made it: a quarter of an hour later nobody can read it off a screen again. */
export async function freshToken({ community, personId }: MemberAccess, id: string): Promise<string | undefined> {
  const { rows } = await db().execute<{ id: string }>(sql`
    select id from invitations where community_id = ${community.id} and id::text = ${id} and created_by = ${personId}
      and person_id is null and withdrawn_at is null and created_at > now() - interval '15 minutes'`);
  return rows[0] && invitationToken(rows[0].id);
}

export type Offer = Pick<Invitation, "inviter" | "state" | "expiresAt"> & {
  forAnother: boolean;
  /** It was mailed to who looks at it. */
  forMe: boolean;
};

/** What an invitation says to who holds its token. */
export async function openInvitation({ community, viewer }: CommunityAccess, token: string): Promise<Offer> {
  const { rows } = await db().execute<Invitation & { personId: string | null }>(sql`
    select ${columns}, i.person_id as "personId" from invitations i join people p on p.id = i.created_by
    where i.community_id = ${community.id} and i.token_hash = ${tokenHash(token)}`);
  const found = rows[0];
  if (!found) throw refuse.notFound();
  const { inviter, state, expiresAt, personId } = found;
  return {
    inviter,
    state,
    expiresAt,
    forAnother: Boolean(viewer.personId && personId && personId !== viewer.personId),
    forMe: personId !== null && personId === viewer.personId,
  };
}

/** The open invitation that somebody is on the way to: a link for anybody, or mailed to one address (of somebody erased: to none). */
export async function invitationBehind(
  _: VisitorAccess,
  next: string | undefined,
  on: Database | Tx = db(),
): Promise<{ mailedTo: string | null } | undefined> {
  const token = invitationIn(next);
  if (!token) return undefined;
  const { rows } = await on.execute<{ mailedTo: string | null }>(sql`
    select case when i.person_id is not null then coalesce(p.email, '') end as "mailedTo"
    from invitations i left join people p on p.id = i.person_id
    where i.token_hash = ${tokenHash(token)} and i.withdrawn_at is null and i.uses < i.max_uses and i.expires_at > now()`);
  return rows[0];
}
