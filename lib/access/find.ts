import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CommunityAccess, Space } from "./proofs";
import {
  asHeld,
  asSpace,
  type CommunityRow,
  type HeldRow,
  heldPlace,
  idOrNone,
  ownColumns,
  type PostRow,
  postColumns,
  type SpaceRow,
  spaceColumns,
  type ThreadRow,
  threadColumns,
} from "./rows";
import { awayAfter, notedEvery } from "./visits";

// Where the gate looks. Nothing here opens anything: what is found is still to be judged.

/** One query: a community and where this person stands towards it. */
export async function communityRow(me: string | null, where: SQL): Promise<CommunityRow | undefined> {
  const { rows } = await db().execute<CommunityRow>(sql`
    select c.id, c.brand_id as "brandId", c.slug, c.name, c.purpose, c.about, coalesce(c.colour, b.colour) as colour,
      c.logo_file_id as "logoFileId", c.cover_file_id as "coverFileId", c.zone, c.locale, c.join_mode as "joinMode",
      not exists (select from community_settings l where l.community_id = c.id and l.key = 'publicDirectory'
        and l.value = 'false'::jsonb) as listed,
      coalesce((select l.value #>> '{}' from community_settings l where l.community_id = c.id and l.key = 'pulseShown'), 'managers') as "pulseShown",
      b.slug as "brandSlug", b.name as "brandName", b.logo_file_id as "brandLogo",
      exists (select 1 from brand_owners o where o.brand_id = b.id and o.person_id = ${me}) as owner,
      m.role, coalesce(m.employed, false) as employed, case when m.seen_at < now() - ${awayAfter} then m.seen_at else m.away_since end as since,
      m.role is not null and coalesce(m.seen_at < now() - ${notedEvery}, true) as unnoted,
      exists (select 1 from suspensions s where s.community_id = c.id and s.person_id = ${me}
        and s.lifted_at is null and s.since <= now() and (s.until is null or s.until > now())) as suspended,
      exists (select 1 from statements s where s.community_id = c.id and s.person_id = ${me} and s.kind = 'silence'
        and s.lifted_at is null and s.at <= now() and s.until > now()) as silenced,
      array(select d.space_id from duties d where d.community_id = c.id and d.person_id = ${me} and d.ended_at is null) as duties,
      array(select g.badge_id from grants g where g.brand_id = b.id and g.person_id = ${me} and g.revoked_at is null) as badges,
      (select coalesce(jsonb_object_agg(l.space_id, l.level), '{}') from space_levels l where l.community_id = c.id and l.person_id = ${me}) as "spaceLevels"
    from communities c
    join brands b on b.id = c.brand_id
    left join memberships m on m.community_id = c.id and m.person_id = ${me}
    where ${where}`);
  return rows[0];
}

/** The address a community moved to, if it had this one before. */
export async function movedCommunity(slug: string): Promise<string | undefined> {
  const { rows } = await db().execute<{ slug: string }>(
    sql`select c.slug from community_slugs s join communities c on c.id = s.community_id where s.slug = ${slug}`,
  );
  return rows[0]?.slug;
}

/** Of one community. */
export async function spacesWhere(communityId: string, where: SQL): Promise<Space[]> {
  const { rows } = await db().execute<SpaceRow>(
    sql`select ${spaceColumns} from spaces s where s.community_id = ${communityId} and ${where}`,
  );
  return rows.map(asSpace);
}

/** The address a space moved to, if it had this one before. */
export async function movedSpace(access: CommunityAccess, slug: string): Promise<string | undefined> {
  const { rows } = await db().execute<{ slug: string }>(sql`
    select s.slug from space_slugs o join spaces s on s.community_id = o.community_id and s.id = o.space_id
    where o.community_id = ${access.community.id} and o.slug = ${slug}`);
  return rows[0]?.slug;
}

/** One that was merged is the thread its posts went to. */
export async function threadRow({ community, viewer }: CommunityAccess, id: string): Promise<ThreadRow | undefined> {
  const { rows } = await db().execute<ThreadRow>(sql`
    select ${spaceColumns}, ${threadColumns}, ${ownColumns(viewer.personId)}
    from threads t join spaces s on s.community_id = t.community_id and s.id = t.space_id
    left join thread_people r on r.community_id = t.community_id and r.thread_id = t.id and r.person_id = ${viewer.personId}
    where t.community_id = ${community.id} and t.id = (select coalesce(m.merged_into, m.id) from threads m
      where m.community_id = ${community.id} and m.id = ${idOrNone(id)})`);
  return rows[0];
}

export async function postRow({ community }: CommunityAccess, id: string): Promise<PostRow | undefined> {
  const { rows } = await db().execute<PostRow>(sql`
    select ${spaceColumns}, ${threadColumns}, 0 as "readPosition", 'normal' as level, false as chosen, false as waits, ${postColumns}
    from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
    join spaces s on s.community_id = t.community_id and s.id = t.space_id
    where o.community_id = ${community.id} and o.id = ${idOrNone(id)}`);
  return rows[0];
}

/** What was sent and waits, or was decided. */
export async function heldRow({ community }: CommunityAccess, id: string) {
  const { rows } = await db().execute<HeldRow>(sql`
    select ${spaceColumns}, h.id as "heldId", h.kind, h.person_id as "authorId", t.id as "threadId" from held h ${heldPlace}
    where h.community_id = ${community.id} and h.id = ${idOrNone(id)}`);
  return rows[0] && asHeld(rows[0]);
}
