import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { badges, grants, memberships } from "@/db/schema";
import type { BrandAccess, DeskAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { recordForBrand } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import type { badgeInput, changeBadgeInput, grantInput, revokeInput } from "./input";

type Keyed = { key: string };

export async function makeBadge(
  access: BrandAccess,
  input: z.infer<typeof badgeInput>,
  { key }: Keyed,
): Promise<{ badgeId: string }> {
  return write(access, key, "badges.make", input, async (tx) => {
    const [badge] = await tx
      .insert(badges)
      .values({ brandId: access.brand.id, ...input, createdBy: access.personId, createdAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: badges.id });
    if (!badge) throw refuse.invalid({ slug: "badges.slugTaken" });
    await recordForBrand(tx, "badge made", {
      brandId: access.brand.id,
      actorId: access.personId,
      objectId: badge.id,
      at: when(access),
    });
    return { badgeId: badge.id };
  });
}

/** What it means can be said better later; how many there are and where it stands cannot be changed. */
export async function changeBadge(access: BrandAccess, input: z.infer<typeof changeBadgeInput>, { key }: Keyed) {
  const { badge: badgeId, ...facts } = input;
  const brandId = access.brand.id;
  return write(access, key, "badges.change", input, async (tx) => {
    const [changed] = await tx
      .update(badges)
      .set(facts)
      .where(and(eq(badges.brandId, brandId), eq(badges.id, badgeId)))
      .returning({ id: badges.id });
    if (!changed) throw refuse.notFound();
    await recordForBrand(tx, "badge changed", {
      brandId,
      actorId: access.personId,
      objectId: badgeId,
      at: when(access),
    });
    return {};
  });
}

/**
 * Gives a badge to a member of this community. The badge's row is locked, so an edition is given out number by number without gap or
 * double; a number that was ever given is not given again.
 * @param number a particular number of an edition, for imports; otherwise the lowest that is free
 */
export async function grantBadge(
  access: DeskAccess,
  input: z.infer<typeof grantInput>,
  { key, number }: Keyed & { number?: number },
): Promise<{ grantId: string; number: number | null }> {
  if (!may.grantBadge(access.standing)) throw refuse.forbidden();
  const { brandId, id: communityId } = access.community;
  return write(access, key, "badges.grant", { ...input, number }, async (tx) => {
    const [badge] = await tx
      .select({ size: badges.editionSize })
      .from(badges)
      .where(and(eq(badges.brandId, brandId), eq(badges.id, input.badgeId)))
      .for("update");
    if (!badge) throw refuse.notFound();
    const [member] = await tx
      .select({ at: memberships.joinedAt })
      .from(memberships)
      .where(and(eq(memberships.communityId, communityId), eq(memberships.personId, input.personId)));
    if (!member) throw refuse.invalid({ personId: "badges.choosePerson" });
    const given = badge.size === null ? null : await freeNumber(tx, brandId, input.badgeId, badge.size, number);
    const [grant] = await tx
      .insert(grants)
      .values({ brandId, ...input, number: given, grantedBy: access.personId, grantedAt: when(access) })
      .onConflictDoNothing()
      .returning({ id: grants.id });
    if (!grant) throw refuse.conflict("badges.alreadyHeld");
    await recordForBrand(tx, "badge granted", {
      brandId,
      actorId: access.personId,
      objectId: grant.id,
      subjectId: input.personId,
      at: when(access),
    });
    return { grantId: grant.id, number: given };
  });
}

async function freeNumber(tx: Tx, brandId: string, badgeId: string, size: number, wanted?: number): Promise<number> {
  const { rows } = await tx.execute<{ number: number }>(sql`
    select n as number from generate_series(${wanted ?? 1}::int, ${wanted ?? size}::int) n
    where n <= ${size} and not exists (select 1 from grants g where g.brand_id = ${brandId} and g.badge_id = ${badgeId} and g.number = n)
    order by n limit 1`);
  if (!rows[0]) throw refuse.conflict("badges.editionFull");
  return rows[0].number;
}

/** Takes a badge back, with the reason; what it opened closes on the next request. */
export async function revokeBadge(access: DeskAccess, input: z.infer<typeof revokeInput>, { key }: Keyed) {
  if (!may.grantBadge(access.standing)) throw refuse.forbidden();
  const { brandId } = access.community;
  return write(access, key, "badges.revoke", input, async (tx) => {
    const [grant] = await tx
      .update(grants)
      .set({ revokedAt: sql`now()`, revokedBy: access.personId, revokedWhy: input.reason })
      .where(and(eq(grants.brandId, brandId), eq(grants.id, input.grantId), isNull(grants.revokedAt)))
      .returning({ personId: grants.personId });
    if (!grant) throw refuse.notFound();
    await recordForBrand(tx, "badge revoked", {
      brandId,
      actorId: access.personId,
      objectId: input.grantId,
      subjectId: grant.personId,
    });
    return {};
  });
}
