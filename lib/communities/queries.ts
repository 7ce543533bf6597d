import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CommunityAccess, DeskAccess } from "@/lib/access/gate";

/** What the front page says in numbers to everybody: how many people are here, and since when there is a here. */
export async function communityFacts({ community }: CommunityAccess): Promise<{ members: number; foundedAt: Date }> {
  const { rows } = await db().execute<{ members: number; foundedAt: string }>(sql`
    select (select count(*)::int from memberships m where m.community_id = c.id) as members, c.founded_at as "foundedAt"
    from communities c where c.id = ${community.id}`);
  return { members: rows[0]?.members ?? 0, foundedAt: new Date(rows[0]?.foundedAt ?? 0) };
}

/** What waits at the desk. */
export async function deskCounts({ community }: DeskAccess): Promise<{ requests: number; reports: number }> {
  const { rows } = await db().execute<{ requests: number; reports: number }>(sql`
    select (select count(*)::int from join_requests where community_id = ${community.id} and decision is null) as requests,
      (select count(*)::int from reports where community_id = ${community.id} and answered_at is null) as reports`);
  return rows[0] ?? { requests: 0, reports: 0 };
}

export type Overview = {
  requests: number;
  /** Since when the first of them waits. */
  requestsSince: string | null;
  reports: number;
  reportsSince: string | null;
  invitations: number;
  /** Of the open invitations: those that run out within a week. */
  runningOut: number;
  newcomers: number;
  suspended: number;
};

/** How long somebody counts as new, to the desk and to themselves. Days. */
export const newFor = 30;

/** What waits at the desk, since when, and who is new. */
export async function overview({ community }: DeskAccess): Promise<Overview> {
  const iso = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const { rows } = await db().execute<Overview>(sql`
    select r.*, p.*, i.*,
      (select count(*)::int from memberships where community_id = ${community.id} and joined_at > now() - make_interval(days => ${newFor})) as newcomers,
      (select count(distinct s.person_id)::int from suspensions s join memberships m on m.community_id = s.community_id and m.person_id = s.person_id
        where s.community_id = ${community.id} and s.lifted_at is null and s.since <= now() and (s.until is null or s.until > now())) as suspended
    from (select count(*)::int as requests, ${iso(sql`min(asked_at)`)} as "requestsSince" from join_requests
        where community_id = ${community.id} and decision is null) r,
      (select count(*)::int as reports, ${iso(sql`min(made_at)`)} as "reportsSince" from reports
        where community_id = ${community.id} and answered_at is null) p,
      (select count(*)::int as invitations, count(*) filter (where expires_at < now() + interval '7 days')::int as "runningOut"
        from invitations where community_id = ${community.id} and withdrawn_at is null and uses < max_uses and expires_at > now()) i`);
  return rows[0]!;
}

/** The colour as it was chosen: null is the brand's. */
export async function ownColour({ community }: DeskAccess): Promise<string | null> {
  const { rows } = await db().execute<{ colour: string | null }>(
    sql`select colour from communities where id = ${community.id}`,
  );
  return rows[0]?.colour ?? null;
}
