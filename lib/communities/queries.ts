import { sql } from "drizzle-orm";
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

/** The colour as it was chosen: null is the brand's. */
export async function ownColour({ community }: DeskAccess): Promise<string | null> {
  const { rows } = await db().execute<{ colour: string | null }>(
    sql`select colour from communities where id = ${community.id}`,
  );
  return rows[0]?.colour ?? null;
}
