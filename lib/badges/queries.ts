import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { badges, grants, memberships, people } from "@/db/schema";
import type { BrandAccess, CommunityAccess, DeskAccess, MemberAccess } from "@/lib/access/gate";

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
};

const ofBrand = (brandId: string) =>
  db()
    .select(columns)
    .from(badges)
    .where(eq(badges.brandId, brandId))
    .orderBy(asc(badges.createdAt), asc(badges.id))
    .limit(200);

/** What the brand can grant: its catalogue is public within its communities. */
export const badgesHere = (access: CommunityAccess) => ofBrand(access.community.brandId);
export const badgesOfBrand = (access: BrandAccess) => ofBrand(access.brand.id);

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
