import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { may, type SpaceRules, type Standing } from "@/lib/access/policy";
import { spaceColumns } from "@/lib/access/rows";
import { blocks } from "@/lib/blocks/blocked";
import { notMuted } from "@/lib/watching/level";
import { type Wishes, wishesFrom, wishKeys } from "./wishes";

// Its own file because whom one speaks to and who watches are asked about in the same way: by the batch, and by the policy.

export interface Recipient {
  readonly id: string;
  /** The thread, or whoever did it. */
  readonly muted: boolean;
  readonly wishes: Wishes;
}

type Row = Pick<SpaceRules, keyof SpaceRules> & {
  personId: string;
  zone: string;
  verified: boolean;
  owner: boolean;
  role: Standing["role"] | null;
  badges: string[];
  muted: boolean;
  stored: Record<string, unknown> | null;
};

/**
 * Those of these people who belong here, are not suspended and may read the thread at this moment; of what concerns no thread,
 * all who belong. One query, however many they are. It is asked once more when they read: see visible.ts.
 */
export async function recipientsAmong(
  tx: Tx,
  { communityId, threadId, actorId }: { communityId: string; threadId?: string; actorId: string },
  ids: readonly string[],
): Promise<Recipient[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.execute<Row>(sql`
    select ${spaceColumns}, p.id as "personId", coalesce(p.zone, c.zone) as zone, p.email_verified_at is not null as verified, m.role,
      exists (select from brand_owners w where w.brand_id = c.brand_id and w.person_id = p.id) as owner,
      array(select g.badge_id from grants g where g.brand_id = c.brand_id and g.person_id = p.id and g.revoked_at is null) as badges,
      not (${notMuted(sql`p.id`)}) or ${blocks(sql`p.id`, sql`${actorId}::uuid`)} as muted,
      (select jsonb_object_agg(x.key, x.value) from person_settings x where x.person_id = p.id and x.key = any(${sql.param([...wishKeys])}::text[])) as stored
    from people p join communities c on c.id = ${communityId}
    left join memberships m on m.community_id = c.id and m.person_id = p.id
    left join threads t on t.community_id = c.id and t.id = ${threadId ?? null}::uuid
    left join spaces s on s.community_id = c.id and s.id = t.space_id
    where p.id = any(${sql.param([...ids])}::uuid[]) and p.state = 'active'
      and (m.role is not null or exists (select from brand_owners w where w.brand_id = c.brand_id and w.person_id = p.id))
      and not exists (select from suspensions u where u.community_id = c.id and u.person_id = p.id
        and u.lifted_at is null and u.since <= now() and (u.until is null or u.until > now()))`);
  return rows.flatMap((row) => {
    const { personId, zone, verified, owner, role, badges, muted, stored, ...space } = row;
    const standing = {
      personId,
      verified,
      owner,
      role: role ?? "none",
      employed: false,
      suspended: false,
      silenced: false,
      moderates: [],
      badges,
    } as const;
    if (threadId !== undefined && (!space.id || !may.readSpace(standing, space))) return [];
    return [{ id: personId, muted, wishes: wishesFrom(stored ?? {}, zone) }];
  });
}
