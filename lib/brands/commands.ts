import { hash } from "@node-rs/argon2";
import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import {
  brandOwners,
  brands,
  communities,
  communitySlugs,
  legalAcceptances,
  legalTexts,
  memberships,
  passwords,
  people,
  spaces,
} from "@/db/schema";
import type { BrandAccess, CommunityAccess, MemberAccess, SystemAccess, VisitorAccess } from "@/lib/access/gate";
import { countAttempt, network } from "@/lib/accounts/attempts";
import { argon } from "@/lib/accounts/commands";
import { issueTicket } from "@/lib/accounts/sessions";
import { newToken, useToken } from "@/lib/accounts/tokens";
import { record, recordForAccount, recordForBrand } from "@/lib/activity/record";
import { refuse } from "@/lib/errors";
import { slugFrom } from "@/lib/paths";
import { wordsFor } from "@/lib/text";
import { when, write } from "@/lib/write";
import type {
  agreeInput,
  changeBrandInput,
  foundBrandInput,
  foundCommunityInput,
  foundFirstInput,
  legalInput,
} from "./input";

type Keyed = { key: string };

/** The code by which whoever started the product founds its first brand; printed on the console, good once and for a day. */
export async function newFoundingCode(access: SystemAccess, { key }: Keyed): Promise<string> {
  let code = "";
  await write(access, key, "brands.newFoundingCode", {}, async (tx) => {
    code = await newToken(tx, "found", null);
    return {};
  });
  return code;
}

/**
 * Founds a brand, its first community and the account of its owner in one act. The code proves that the founder has the console,
 * so the address counts as proven. Answers with a ticket that signs the founder in.
 */
export async function foundFirst(
  access: VisitorAccess,
  input: z.infer<typeof foundFirstInput>,
  { key, device }: Keyed & { device: string },
) {
  await countAttempt([{ key: `found ${network(access.viewer.address)}`, max: 20 }]);
  const secret = await hash(input.password, argon);
  const { code, password: _, ...content } = input;
  let ticket = "";
  const made = await write(access, key, "brands.foundFirst", content, async (tx) => {
    await useToken(tx, "found", code).catch(() => {
      throw refuse.invalid({ code: "brands.codeWrong" });
    });
    const [person] = await tx
      .insert(people)
      .values({ state: "active", name: input.name, email: input.email, emailVerifiedAt: sql`now()`, zone: input.zone })
      .onConflictDoNothing()
      .returning({ id: people.id });
    if (!person) throw refuse.invalid({ email: "accounts.emailTaken" });
    await tx.insert(passwords).values({ personId: person.id, hash: secret });
    await recordForAccount(tx, "account made", { actorId: person.id, objectId: person.id });
    const brandSlug = await freeBrandSlug(tx, input.brandName);
    const brandId = await insertBrand(tx, { name: input.brandName, slug: brandSlug, colour: input.colour }, person.id);
    await insertCommunity(tx, brandId, person.id, { ...input, about: "", joinMode: "open", colour: "" });
    ticket = await issueTicket(tx, person.id, { device });
    return { community: input.communitySlug };
  });
  return { ...made, ticket };
}

/** A further brand, for somebody who has an account: by the operator's hand only. */
export async function foundBrand(
  access: SystemAccess,
  ownerId: string,
  input: z.infer<typeof foundBrandInput>,
  { key }: Keyed,
): Promise<{ brandId: string }> {
  return write(access, key, "brands.found", { ...input, ownerId }, async (tx) => ({
    brandId: await insertBrand(
      tx,
      { name: input.brandName, slug: input.brandSlug, colour: input.colour },
      ownerId,
      when(access),
    ),
  }));
}

/** @param firstSpace the sign over the open space it begins with; otherwise one that suits every community */
export async function foundCommunity(
  access: BrandAccess,
  input: z.infer<typeof foundCommunityInput>,
  { key, firstSpace }: Keyed & { firstSpace?: Sign },
): Promise<{ communityId: string; slug: string }> {
  return write(access, key, "communities.found", input, async (tx) => ({
    communityId: await insertCommunity(tx, access.brand.id, access.personId, input, when(access), firstSpace),
    slug: input.communitySlug,
  }));
}

export async function changeBrand(access: BrandAccess, input: z.infer<typeof changeBrandInput>, { key }: Keyed) {
  return write(access, key, "brands.change", input, async (tx) => {
    await tx.update(brands).set(input).where(eq(brands.id, access.brand.id));
    await recordForBrand(tx, "brand changed", {
      brandId: access.brand.id,
      actorId: access.personId,
      objectId: access.brand.id,
    });
    return {};
  });
}

/** Publishes a new version; earlier ones stay, with who accepted them. */
export async function publishLegalText(
  access: BrandAccess,
  input: z.infer<typeof legalInput>,
  { key }: Keyed,
): Promise<{ version: number }> {
  const brandId = access.brand.id;
  return write(access, key, "brands.publishLegalText", input, async (tx) => {
    // The brand's row is the lock: two publishers at once get two versions in a row.
    await tx.select({ id: brands.id }).from(brands).where(eq(brands.id, brandId)).for("update");
    const [last] = await tx
      .select({ version: sql<number>`coalesce(max(${legalTexts.version}), 0)` })
      .from(legalTexts)
      .where(and(eq(legalTexts.brandId, brandId), eq(legalTexts.kind, input.kind)));
    const version = (last?.version ?? 0) + 1;
    await tx
      .insert(legalTexts)
      .values({ brandId, ...input, version, publishedBy: access.personId, publishedAt: when(access) });
    await recordForBrand(tx, "legal text published", {
      brandId,
      actorId: access.personId,
      objectId: brandId,
      at: when(access),
    });
    // Whoever publishes a text is not asked whether they agree to it.
    await agreed(tx, brandId, { kind: input.kind, version }, access.personId, when(access));
    return { version };
  });
}

/** A member agrees to a version published since they joined: to the one they read, and only while it is the newest. */
export async function agreeToLegalText(access: MemberAccess, input: z.infer<typeof agreeInput>, { key }: Keyed) {
  const { brandId } = access.community;
  const { kind, version } = input;
  return write(access, key, "brands.agreeToLegalText", { brandId, ...input }, async (tx) => {
    const [newest] = await tx
      .select({ version: legalTexts.version })
      .from(legalTexts)
      .where(and(eq(legalTexts.brandId, brandId), eq(legalTexts.kind, kind)))
      .orderBy(desc(legalTexts.version))
      .limit(1);
    if (!newest) throw refuse.notFound();
    if (newest.version !== version) throw refuse.conflict("brands.newerText");
    await agreed(tx, brandId, input, access.personId, when(access));
    return {};
  });
}

async function agreed(tx: Tx, brandId: string, text: z.infer<typeof agreeInput>, personId: string, at?: Date) {
  const [added] = await tx
    .insert(legalAcceptances)
    .values({ brandId, ...text, personId, at })
    .onConflictDoNothing()
    .returning({ version: legalAcceptances.version });
  if (added) await recordForBrand(tx, "legal text accepted", { brandId, actorId: personId, objectId: brandId, at });
}

/** Called by whatever lets somebody in: what they were shown beside the button, at the versions they were shown. */
export async function acceptLegalTexts(tx: Tx, access: CommunityAccess, personId: string): Promise<void> {
  const { brandId } = access.community;
  await tx.execute(sql`
    insert into legal_acceptances (brand_id, kind, version, person_id, at)
    select brand_id, kind, max(version), ${personId}, coalesce(${when(access)?.toISOString() ?? null}::timestamptz, now())
    from legal_texts where brand_id = ${brandId} group by brand_id, kind
    on conflict do nothing`);
}

/** Another owner: somebody who has an account with this proven address. */
export async function addOwner(access: BrandAccess, input: { email: string }, { key }: Keyed) {
  return write(access, key, "brands.addOwner", input, async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(eq(people.email, input.email), eq(people.state, "active"), sql`${people.emailVerifiedAt} is not null`),
      );
    if (!person) throw refuse.invalid({ email: "brands.nobodyThere" });
    await insertOwner(tx, access.brand.id, person.id, access.personId, when(access));
    return {};
  });
}

/** Ends somebody's ownership. The last owner cannot leave a brand behind. */
export async function removeOwner(access: BrandAccess, input: { personId: string }, { key }: Keyed) {
  const brandId = access.brand.id;
  return write(access, key, "brands.removeOwner", input, async (tx) => {
    const owners = await tx
      .select({ personId: brandOwners.personId })
      .from(brandOwners)
      .where(eq(brandOwners.brandId, brandId))
      .for("update");
    if (!owners.some((owner) => owner.personId === input.personId)) throw refuse.notFound();
    if (owners.length === 1) throw refuse.conflict("brands.lastOwner");
    await tx.delete(brandOwners).where(and(eq(brandOwners.brandId, brandId), eq(brandOwners.personId, input.personId)));
    await recordForBrand(tx, "owner removed", {
      brandId,
      actorId: access.personId,
      objectId: brandId,
      subjectId: input.personId,
    });
    return { self: input.personId === access.personId };
  });
}

async function insertBrand(
  tx: Tx,
  facts: { name: string; slug: string; colour: string },
  ownerId: string,
  foundedAt?: Date,
): Promise<string> {
  const [brand] = await tx
    .insert(brands)
    .values({ ...facts, foundedBy: ownerId, foundedAt })
    .onConflictDoNothing()
    .returning({ id: brands.id });
  if (!brand) throw refuse.invalid({ brandSlug: "communities.slugTaken" });
  await recordForBrand(tx, "brand founded", { brandId: brand.id, actorId: ownerId, objectId: brand.id, at: foundedAt });
  await insertOwner(tx, brand.id, ownerId, ownerId, foundedAt);
  return brand.id;
}

async function insertOwner(tx: Tx, brandId: string, personId: string, by: string, since?: Date): Promise<void> {
  const [added] = await tx
    .insert(brandOwners)
    .values({ brandId, personId, by, since })
    .onConflictDoNothing()
    .returning();
  if (added)
    await recordForBrand(tx, "owner added", {
      brandId,
      actorId: by,
      objectId: brandId,
      subjectId: personId,
      at: since,
    });
}

type CommunityFacts = z.infer<typeof foundCommunityInput>;
type Sign = { slug: string; name: string; purpose: string };

/** A community begins with one open space, so that nobody stands in an empty house. */
async function insertCommunity(
  tx: Tx,
  brandId: string,
  founderId: string,
  input: CommunityFacts,
  foundedAt?: Date,
  firstSpace?: Sign,
): Promise<string> {
  const [former] = await tx.select().from(communitySlugs).where(eq(communitySlugs.slug, input.communitySlug));
  const { communityName: name, communitySlug: slug, purpose, about, zone, locale, joinMode } = input;
  const [community] = former
    ? []
    : await tx
        .insert(communities)
        .values({
          brandId,
          name,
          slug,
          purpose,
          about,
          zone,
          locale,
          joinMode,
          colour: input.colour || null,
          foundedBy: founderId,
          foundedAt,
        })
        .onConflictDoNothing()
        .returning({ id: communities.id });
  if (!community) throw refuse.invalid({ communitySlug: "communities.slugTaken" });
  const first = firstSpace ?? wordsFor(locale).brands.firstSpace;
  await tx
    .insert(memberships)
    .values({ communityId: community.id, personId: founderId, role: "manager", joinedAt: foundedAt });
  await tx.insert(spaces).values({
    communityId: community.id,
    ...first,
    readAudience: "everyone",
    writeAudience: "members",
    createdBy: founderId,
    createdAt: foundedAt,
  });
  await record(tx, "community founded", {
    communityId: community.id,
    actorId: founderId,
    objectId: community.id,
    at: foundedAt,
  });
  await record(tx, "membership began", {
    communityId: community.id,
    actorId: founderId,
    objectId: founderId,
    at: foundedAt,
  });
  return community.id;
}

async function freeBrandSlug(tx: Tx, name: string): Promise<string> {
  const base = slugFrom(name).padEnd(3, "x");
  for (let n = 1; n < 100; n++) {
    const slug = n === 1 ? base : `${base}-${n}`;
    const [taken] = await tx.select({ id: brands.id }).from(brands).where(eq(brands.slug, slug));
    if (!taken) return slug;
  }
  throw refuse.invalid({ brandName: "communities.slugTaken" });
}
