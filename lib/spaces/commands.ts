import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { badges, spaceBadges, spaceSlugs, spaces } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import { record } from "@/lib/activity/record";
import { unlessTaken } from "@/lib/communities/unique";
import { refuse } from "@/lib/errors";
import { revokeAccess } from "@/lib/realtime/publish";
import { readAgain } from "@/lib/search/keep";
import { when, write } from "@/lib/write";
import { countHolders } from "./count";
import type { changeSpaceInput, makeSpaceInput, spaceInput } from "./input";

type More = { key: string };
/** Whether threads are questions, and in which language, may be left unsaid: then it is as it was. */
type Unsaid<Input extends Said> = Omit<Input, keyof Said> & Partial<Pick<Input, keyof Said>>;
type Said = { questions: boolean; language: string };
type Facts = Unsaid<z.infer<typeof makeSpaceInput>>;

const taken = () => refuse.invalid({ slug: "spaces.slugTaken" });
/** More would not be a list a person reads. */
const most = 200;

export async function makeSpace(
  access: DeskAccess,
  { readBadges, writeBadges, ...facts }: Facts,
  { key }: More,
): Promise<{ spaceId: string }> {
  const communityId = access.community.id;
  const content = { communityId, ...facts, readBadges, writeBadges };
  return write(access, key, "spaces.make", content, async (tx) => {
    const position = sql<number>`(select coalesce(max(position), 0) + 1 from spaces where community_id = ${communityId})`;
    const [{ n } = { n: 0 }] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(spaces)
      .where(eq(spaces.communityId, communityId));
    if (n >= most) throw refuse.conflict("spaces.tooMany");
    await tx.delete(spaceSlugs).where(and(eq(spaceSlugs.communityId, communityId), eq(spaceSlugs.slug, facts.slug)));
    const [space] = await unlessTaken(
      tx
        .insert(spaces)
        .values({ ...facts, communityId, position, createdBy: access.personId, createdAt: when(access) })
        .returning({ id: spaces.id })
        .execute(),
      taken,
    );
    const spaceId = space!.id;
    await nameBadges(tx, access, spaceId, { readBadges, writeBadges });
    await countHolders(tx, communityId, spaceId);
    await recordSpace(tx, access, "space made", spaceId);
    return { spaceId };
  });
}

/** A change of who may read closes the door behind everybody at once; who may still come in comes in again. */
export async function changeSpace(
  access: DeskAccess,
  { space: spaceId, position, readBadges, writeBadges, ...facts }: Unsaid<z.infer<typeof changeSpaceInput>>,
  { key }: More,
): Promise<{ spaceId: string }> {
  const communityId = access.community.id;
  const it = and(eq(spaces.communityId, communityId), eq(spaces.id, spaceId));
  const content = { spaceId, position, ...facts, readBadges, writeBadges };
  return write(access, key, "spaces.change", content, async (tx) => {
    const [before] = await tx.select().from(spaces).where(it).for("update");
    if (!before) throw refuse.notFound();
    if (before.slug !== facts.slug) {
      await tx.delete(spaceSlugs).where(and(eq(spaceSlugs.communityId, communityId), eq(spaceSlugs.slug, facts.slug)));
      await tx.insert(spaceSlugs).values({ communityId, slug: before.slug, spaceId }).onConflictDoNothing();
    }
    await unlessTaken(tx.update(spaces).set(facts).where(it).execute(), taken);
    if (facts.language !== undefined && facts.language !== before.language) await readAgain(tx, communityId, spaceId);
    await nameBadges(tx, access, spaceId, { readBadges, writeBadges });
    if (position !== undefined) await putAt(tx, communityId, spaceId, position);
    await countHolders(tx, communityId, spaceId);
    await recordSpace(tx, access, "space changed", spaceId);
    await revokeAccess(tx, { communityId, channel: `space:${spaceId}`, personId: everybody });
    return { spaceId };
  });
}

/** No person has this id: nobody's connections end, and everybody has to be let in again under the new epoch. */
const everybody = "00000000-0000-0000-0000-000000000000";

/** Closed to writing and gone from lists; what was said stays readable at its address. */
export async function closeSpace(access: DeskAccess, { space }: z.infer<typeof spaceInput>, { key }: More) {
  return setClosed(access, space, true, key);
}

export async function reopenSpace(access: DeskAccess, { space }: z.infer<typeof spaceInput>, { key }: More) {
  return setClosed(access, space, false, key);
}

async function setClosed(access: DeskAccess, spaceId: string, close: boolean, key: string) {
  const communityId = access.community.id;
  return write(access, key, close ? "spaces.close" : "spaces.reopen", { spaceId }, async (tx) => {
    const [done] = await tx
      .update(spaces)
      .set(
        close
          ? { closedAt: when(access) ?? sql`now()`, closedBy: access.personId }
          : { closedAt: null, closedBy: null },
      )
      .where(
        and(
          eq(spaces.communityId, communityId),
          eq(spaces.id, spaceId),
          close ? isNull(spaces.closedAt) : isNotNull(spaces.closedAt),
        ),
      )
      .returning({ id: spaces.id });
    if (!done) throw refuse.conflict(close ? "spaces.isClosed" : "spaces.isOpen");
    await recordSpace(tx, access, close ? "space closed" : "space reopened", spaceId);
    return { spaceId };
  });
}

type Named = Pick<Facts, "readBadges" | "writeBadges">;

/** Badges of the community's own brand only, which the database demands too. */
async function nameBadges(tx: Tx, { community }: DeskAccess, spaceId: string, named: Named) {
  const { id: communityId, brandId } = community;
  const known = await tx.select({ id: badges.id }).from(badges).where(eq(badges.brandId, brandId)).limit(1000);
  const ids = new Set(known.map(({ id }) => id));
  const rows = (["read", "write"] as const).flatMap((use) =>
    [...new Set(named[`${use}Badges`])].map((badgeId) => ({ communityId, spaceId, use, brandId, badgeId })),
  );
  if (rows.some(({ badgeId }) => !ids.has(badgeId))) throw refuse.invalid({ readBadges: "common.invalid" });
  await tx.delete(spaceBadges).where(and(eq(spaceBadges.communityId, communityId), eq(spaceBadges.spaceId, spaceId)));
  if (rows.length > 0) await tx.insert(spaceBadges).values(rows);
}

/** Puts a space at a place of the list, counted from one, and numbers the others around it. */
async function putAt(tx: Tx, communityId: string, spaceId: string, position: number) {
  await tx.execute(sql`
    with others as (
      select id, row_number() over (order by position, id) as n from spaces where community_id = ${communityId} and id <> ${spaceId}
    )
    update spaces s set position = case when s.id = ${spaceId} then ${position}
      else (select n + case when n >= ${position} then 1 else 0 end from others o where o.id = s.id) end
    where s.community_id = ${communityId}`);
}

type Verb = "space made" | "space changed" | "space closed" | "space reopened";

const recordSpace = (tx: Tx, access: DeskAccess, verb: Verb, spaceId: string) =>
  record(tx, verb, {
    communityId: access.community.id,
    actorId: access.personId,
    objectId: spaceId,
    spaceId,
    at: when(access),
  });
