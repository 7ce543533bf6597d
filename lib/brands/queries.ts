import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { brandOwners, communities, legalTexts, people } from "@/db/schema";
import type { BrandAccess, CommunityAccess, VisitorAccess } from "@/lib/access/gate";

/**
 * The communities of the start page: first those the viewer belongs to, then those anybody may know of. Who leads a community can
 * keep it out; it stays open to whoever has its address.
 */
export async function communitiesHere(access: VisitorAccess) {
  const { rows } = await db().execute<{
    slug: string;
    name: string;
    purpose: string;
    colour: string;
    logoFileId: string | null;
    brand: string;
    mine: boolean;
    members: number;
  }>(sql`
    select c.slug, c.name, c.purpose, coalesce(c.colour, b.colour) as colour,
      coalesce(c.logo_file_id, b.logo_file_id) as "logoFileId", b.name as brand,
      (m.person_id is not null) as mine,
      (select count(*)::int from memberships x where x.community_id = c.id) as members
    from communities c join brands b on b.id = c.brand_id
    left join memberships m on m.community_id = c.id and m.person_id = ${access.viewer.personId}
    where m.person_id is not null
      or exists (select 1 from brand_owners o where o.brand_id = b.id and o.person_id = ${access.viewer.personId})
      or not exists (select 1 from community_settings s where s.community_id = c.id and s.key = 'publicDirectory' and s.value = 'false'::jsonb)
    order by mine desc, c.founded_at, c.id limit 50`);
  return rows;
}

/** Whether anything was founded here: the code from the console is for the first brand only. */
export async function isFounded(_: VisitorAccess): Promise<boolean> {
  const { rows } = await db().execute<{ founded: boolean }>(sql`select exists (select 1 from communities) as founded`);
  return rows[0]?.founded ?? false;
}

export async function brandsOf(access: VisitorAccess) {
  const { rows } = await db().execute<{ slug: string; name: string }>(
    sql`select b.slug, b.name from brands b join brand_owners o on o.brand_id = b.id where o.person_id = ${access.viewer.personId} order by b.name limit 50`,
  );
  return rows;
}

export const communitiesOfBrand = (access: BrandAccess) =>
  db()
    .select({
      id: communities.id,
      slug: communities.slug,
      name: communities.name,
      purpose: communities.purpose,
      joinMode: communities.joinMode,
    })
    .from(communities)
    .where(eq(communities.brandId, access.brand.id))
    .orderBy(asc(communities.foundedAt), asc(communities.id))
    .limit(200);

export const ownersOfBrand = (access: BrandAccess) =>
  db()
    .select({ personId: people.id, name: people.name, avatarFileId: people.avatarFileId, since: brandOwners.since })
    .from(brandOwners)
    .innerJoin(people, eq(people.id, brandOwners.personId))
    .where(eq(brandOwners.brandId, access.brand.id))
    .orderBy(asc(brandOwners.since))
    .limit(100);

export type LegalKind = "terms" | "privacy" | "rules";

const versions = (brandId: string, kind: LegalKind, most: number) =>
  db()
    .select({ version: legalTexts.version, text: legalTexts.text, publishedAt: legalTexts.publishedAt })
    .from(legalTexts)
    .where(and(eq(legalTexts.brandId, brandId), eq(legalTexts.kind, kind)))
    .orderBy(desc(legalTexts.version))
    .limit(most);

/** A text as it stands, and as it stood: public, since people must be able to read what they agree to, and what they agreed to. */
export const legalText = (access: CommunityAccess, kind: LegalKind) => versions(access.community.brandId, kind, 50);

export type LegalHere = {
  kind: LegalKind;
  version: number;
  /** The last version the viewer agreed to, and when. */
  agreed: number | null;
  agreedAt: string | null;
};

/** What holds here in its newest version, and how far the viewer agreed to it. */
export async function legalHere({ community, viewer }: CommunityAccess): Promise<LegalHere[]> {
  const { rows } = await db().execute<LegalHere>(sql`
    select t.kind, max(t.version) as version, a.version as agreed,
      to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "agreedAt"
    from legal_texts t left join lateral (
      select x.version, x.at from legal_acceptances x where x.brand_id = t.brand_id and x.kind = t.kind
        and x.person_id = ${viewer.personId} order by x.version desc limit 1) a on true
    where t.brand_id = ${community.brandId} group by t.kind, a.version, a.at
    order by array_position(array['terms', 'privacy', 'rules'], t.kind)`);
  return rows;
}

/** For the brand's desk: each version with how many people agreed to it. */
export const legalVersions = (access: BrandAccess, kind: LegalKind) =>
  db()
    .select({
      version: legalTexts.version,
      text: legalTexts.text,
      publishedAt: legalTexts.publishedAt,
      agreed: sql<number>`(select count(*)::int from legal_acceptances a where a.brand_id = legal_texts.brand_id
        and a.kind = legal_texts.kind and a.version = legal_texts.version)`,
    })
    .from(legalTexts)
    .where(and(eq(legalTexts.brandId, access.brand.id), eq(legalTexts.kind, kind)))
    .orderBy(desc(legalTexts.version))
    .limit(50);
