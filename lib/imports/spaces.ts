import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { makeSpace } from "@/lib/spaces/commands";
import { isLocale, wordsFor } from "@/lib/text";
import type { SpacePlan } from "./input";
import { keyOf, type Place } from "./place";

// Its own file because where things go is decided once, before the first of them is written.

/** The other place's spaces by their names there; those that stay behind are not in it. Done again, it makes nothing twice. */
export async function placeSpaces(
  access: DeskAccess,
  place: Place,
  plans: readonly SpacePlan[],
): Promise<Map<string, { id: string; name: string }>> {
  const { communityId, importId } = place;
  for (const plan of plans) {
    if (plan.to === "leave") continue;
    const spaceId = plan.to === "new" ? await make(access, place, plan) : plan.to;
    await db().execute(sql`
      insert into import_spaces as i (community_id, import_id, space, space_id)
      select ${communityId}, ${importId}, ${plan.space}, s.id from spaces s where s.community_id = ${communityId} and s.id = ${spaceId}
      on conflict (community_id, import_id, space) do update set space_id = excluded.space_id where i.space_id is null`);
  }
  const { rows } = await db().execute<{ space: string; id: string; name: string }>(sql`
    select i.space, s.id, s.name from import_spaces i join spaces s on s.community_id = i.community_id and s.id = i.space_id
    where i.community_id = ${communityId} and i.import_id = ${importId}`);
  const found = new Map(rows.map(({ space, id, name }) => [space, { id, name }]));
  if (plans.some(({ space, to }) => to !== "leave" && !found.has(space))) throw refuse.conflict("imports.spaceGone");
  return found;
}

async function make(access: DeskAccess, place: Place, plan: SpacePlan): Promise<string> {
  const name = plan.name || plan.space || place.source;
  const { locale } = access.community;
  const { spaceId } = await makeSpace(
    access,
    {
      name: name.slice(0, 60),
      slug: await slugFor(place, plan.space, name),
      purpose: wordsFor(isLocale(locale) ? locale : "en").imports.purpose({ source: place.source }),
      readAudience: plan.audience,
      writeAudience: "members",
      readBadges: [],
      writeBadges: [],
      needs: "any",
      door: "listed",
    },
    { key: keyOf(place, `space ${plan.space}`) },
  );
  return spaceId;
}

/** The one that was chosen before a crash, or a new one. */
async function slugFor(place: Place, space: string, name: string): Promise<string> {
  const { communityId, importId } = place;
  await db().execute(sql`
    insert into import_spaces (community_id, import_id, space, slug) values (${communityId}, ${importId}, ${space}, ${await freeSlug(place, name)})
    on conflict do nothing`);
  const { rows } = await db().execute<{ slug: string }>(sql`
    select slug from import_spaces where community_id = ${communityId} and import_id = ${importId} and space = ${space}`);
  return rows[0]!.slug;
}

/** Of this name, in letters of an address; with a number where it is taken. */
async function freeSlug({ communityId, importId }: Place, name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 34)
    .replace(/-+$/, "");
  const base = plain.length >= 2 ? plain : `space-${importId.slice(0, 4)}`;
  const { rows } = await db().execute<{ slug: string }>(sql`
    select slug from spaces where community_id = ${communityId} and (slug = ${base} or slug like ${`${base}-%`})`);
  const taken = new Set(rows.map(({ slug }) => slug));
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}
