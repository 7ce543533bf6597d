import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { badges, grants, memberships, people } from "@/db/schema";
import type { BrandAccess, CommunityAccess, DeskAccess, MemberAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { after, type Cursor, type Page, pageSize, toPage } from "@/lib/communities/keyset";
import { refuse } from "@/lib/errors";
import { type Listed, listedColumns } from "@/lib/members/queries";
import { wantsToBeListed } from "@/lib/members/shown";

const columns = {
  id: badges.id,
  slug: badges.slug,
  name: badges.name,
  meaning: badges.meaning,
  earned: badges.earned,
  kind: badges.kind,
  motif: badges.motif,
  editionSize: badges.editionSize,
  // Named by hand: in a query of one table the columns would be written without it, and mean the inner ones.
  holders: sql<number>`(select count(*)::int from grants g where g.brand_id = badges.brand_id and g.badge_id = badges.id and g.revoked_at is null)`,
  /** How many were ever granted: a number that was taken back is not given again. */
  given: sql<number>`(select count(*)::int from grants g where g.brand_id = badges.brand_id and g.badge_id = badges.id)`,
};

const ofBrand = (brandId: string, known?: SQL) =>
  db()
    .select(columns)
    .from(badges)
    .where(and(eq(badges.brandId, brandId), known))
    .orderBy(asc(badges.createdAt), asc(badges.id))
    .limit(200);

/** Whoever takes part knows the brand's whole catalogue; outside one knows what a listed door declares as a way in. */
const knownTo = ({ community, standing }: CommunityAccess): SQL | undefined =>
  may.seeMembers(standing)
    ? undefined
    : sql`exists (select 1 from space_badges x join spaces s on s.community_id = x.community_id and s.id = x.space_id
        where x.community_id = ${community.id} and x.badge_id = badges.id and x.use = 'read'
          and s.door = 'listed' and s.read_audience = 'badges')`;

/** What can be earned here, as far as this viewer knows of it. */
export const badgesHere = (access: CommunityAccess) => ofBrand(access.community.brandId, knownTo(access));
export const badgesOfBrand = (access: BrandAccess) => ofBrand(access.brand.id);

/** One badge by its address. Its numbers say who came inside: they are for who takes part. */
export async function badgeHere(access: CommunityAccess, slug: string) {
  const [badge] = await db()
    .select({ ...columns, madeAt: badges.createdAt })
    .from(badges)
    .where(and(eq(badges.brandId, access.community.brandId), eq(badges.slug, slug), knownTo(access)))
    .limit(1);
  if (!badge) throw refuse.notFound();
  return badge;
}

export type Holder = Listed & { number: number | null; reason: string; grantedAt: string };

/** Who of this community wears a badge, newest first; as in the directory, whoever chose not to be listed is not. */
export async function holdersOf(
  { community }: MemberAccess,
  badgeId: string,
  cursor?: Cursor,
  size = pageSize,
): Promise<Page<Holder>> {
  const granted = sql`g.granted_at`;
  const { rows } = await db().execute<Holder & { cursor: string }>(sql`
    select ${listedColumns(community.brandId, granted)}, g.number, g.reason,
      to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "grantedAt"
    from grants g join memberships m on m.person_id = g.person_id and m.community_id = ${community.id}
    join people p on p.id = m.person_id
    where g.brand_id = ${community.brandId} and g.badge_id = ${badgeId} and g.revoked_at is null
      and ${wantsToBeListed} ${after(cursor, granted, sql`m.person_id`)}
    order by g.granted_at desc, m.person_id desc limit ${size + 1}`);
  return toPage(rows, size);
}

export type MyGrant = { number: number | null; reason: string; grantedAt: string; by: string | null };

/** The viewer's own: what for, by whom and when. */
export async function myGrant({ community, personId }: MemberAccess, badgeId: string): Promise<MyGrant | undefined> {
  const { rows } = await db().execute<MyGrant>(sql`
    select g.number, g.reason, b.name as by, to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "grantedAt"
    from grants g left join people b on b.id = g.granted_by
    where g.brand_id = ${community.brandId} and g.badge_id = ${badgeId} and g.person_id = ${personId} and g.revoked_at is null`);
  return rows[0];
}

/** The badges one member holds. */
export const badgesOf = (access: MemberAccess, personId: string) =>
  db()
    .select({
      ...columns,
      grantId: grants.id,
      number: grants.number,
      reason: grants.reason,
      grantedAt: grants.grantedAt,
    })
    .from(grants)
    .innerJoin(badges, and(eq(badges.brandId, grants.brandId), eq(badges.id, grants.badgeId)))
    .where(and(eq(grants.brandId, access.community.brandId), eq(grants.personId, personId), isNull(grants.revokedAt)))
    .orderBy(asc(grants.grantedAt), asc(grants.id))
    .limit(100);

/** Who wears the brand's badges among this community's members, newest first, for the desk. */
export const holdersHere = (access: DeskAccess) =>
  db()
    .select({
      grantId: grants.id,
      badgeId: grants.badgeId,
      personId: grants.personId,
      name: people.name,
      number: grants.number,
      reason: grants.reason,
      grantedAt: grants.grantedAt,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .innerJoin(
      memberships,
      and(eq(memberships.personId, grants.personId), eq(memberships.communityId, access.community.id)),
    )
    .where(and(eq(grants.brandId, access.community.brandId), isNull(grants.revokedAt)))
    .orderBy(desc(grants.grantedAt), desc(grants.id))
    .limit(500);

/** The members one can choose from, by name. */
export const membersToGrant = (access: DeskAccess) =>
  db()
    .select({ personId: people.id, name: people.name })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(memberships.communityId, access.community.id))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(1000);
