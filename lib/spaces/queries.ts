import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { badges } from "@/db/schema";
import type { CommunityAccess, DeskAccess, DoorAccess, Space } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";

export type Way = {
  id: string;
  slug: string;
  name: string;
  motif: string;
  meaning: string;
  earned: string;
  editionSize: number | null;
};

const way = {
  id: badges.id,
  slug: badges.slug,
  name: badges.name,
  motif: badges.motif,
  meaning: badges.meaning,
  earned: badges.earned,
  editionSize: badges.editionSize,
};

/** The ways in that a door declares. */
export async function waysIn({ community, door }: DoorAccess): Promise<Way[]> {
  if (door.readAudience !== "badges") return [];
  return badgesNamed(community.brandId, door.readBadges);
}

/** The badges a space names, for who may read it. */
export const badgesFor = ({ community }: CommunityAccess, ids: readonly string[]) =>
  badgesNamed(community.brandId, ids);

async function badgesNamed(brandId: string, ids: readonly string[]): Promise<Way[]> {
  if (ids.length === 0) return [];
  return db()
    .select(way)
    .from(badges)
    .where(and(eq(badges.brandId, brandId), inArray(badges.id, [...ids])))
    .orderBy(asc(badges.name), asc(badges.id))
    .limit(20);
}

/** What the desk can name as an audience. */
export const badgesToName = ({ community }: DeskAccess): Promise<Way[]> =>
  db()
    .select(way)
    .from(badges)
    .where(eq(badges.brandId, community.brandId))
    .orderBy(asc(badges.name), asc(badges.id))
    .limit(200);

export type SpaceAtDesk = Omit<Space, "closed"> & { closed: boolean; language: string };

/** All spaces, closed ones too, in the community's order. */
export async function spacesAtDesk({ community }: DeskAccess): Promise<SpaceAtDesk[]> {
  const { rows } = await db().execute<SpaceAtDesk>(sql`
    select s.id, s.slug, s.name, s.purpose, s.read_audience as "readAudience", s.write_audience as "writeAudience", s.door,
      s.needs, s.holders, s.questions, s.language, s.closed_at is not null as closed,
      array(select x.badge_id from space_badges x where x.community_id = s.community_id and x.space_id = s.id and x.use = 'read') as "readBadges",
      array(select x.badge_id from space_badges x where x.community_id = s.community_id and x.space_id = s.id and x.use = 'write') as "writeBadges"
    from spaces s where s.community_id = ${community.id} order by s.position, s.id limit 200`);
  return rows;
}

export async function spaceAtDesk(access: DeskAccess, slug: string): Promise<SpaceAtDesk & { place: number }> {
  const all = await spacesAtDesk(access);
  const index = all.findIndex((space) => space.slug === slug);
  const space = all[index];
  if (!space) throw refuse.notFound();
  return { ...space, place: index + 1 };
}
