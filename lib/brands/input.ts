import { z } from "zod";
import { email, password, personName } from "@/lib/accounts/input";
import { reservedSlugs, slugPattern } from "@/lib/paths";
import { isZone } from "@/lib/text/zones";

/** One line, NFC, no control characters; `noun` names whose errors are said. */
export const line = (most: number, missing: `${string}.${string}`) =>
  z
    .string(missing)
    .trim()
    .normalize("NFC")
    .min(1, missing)
    .max(most, "common.tooLong")
    .refine((text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text), "common.invalid");

/** Several lines; line ends as on every system but one. */
export const prose = (most: number) =>
  z
    .string()
    .normalize("NFC")
    .max(most, "common.tooLong")
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "common.invalid");

export const slug = z
  .string("communities.slugInvalid")
  .trim()
  .toLowerCase()
  .min(3, "communities.slugInvalid")
  .max(40, "communities.slugInvalid")
  .regex(slugPattern, "communities.slugInvalid");

/** A community's slug is the first word of its address, where the product has words of its own. */
export const communitySlug = slug.refine((word) => !reservedSlugs.has(word), "communities.slugReserved");

export const colour = z
  .string("brands.colourInvalid")
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "brands.colourInvalid");

export const zone = z.string().refine(isZone, "communities.zoneUnknown");
export const communityLocale = z.enum(["en", "de"], "common.invalid");

const communityFields = {
  communityName: line(60, "communities.nameRequired"),
  communitySlug,
  purpose: line(160, "communities.purposeRequired"),
  zone,
  locale: communityLocale,
};

export const foundFirstInput = z.object({
  code: z.string("brands.codeWrong").trim().min(10, "brands.codeWrong").max(100, "brands.codeWrong"),
  name: personName,
  email,
  password,
  brandName: line(60, "brands.nameRequired"),
  colour,
  ...communityFields,
});

export const foundBrandInput = z.object({ brandName: line(60, "brands.nameRequired"), brandSlug: slug, colour });
export const foundCommunityInput = z.object({
  ...communityFields,
  about: prose(5000).default(""),
  joinMode: z.enum(["open", "request", "invitation"]).default("open"),
  colour: z.union([z.literal(""), colour]).default(""),
});
export const changeBrandInput = z.object({ name: line(60, "brands.nameRequired"), colour });
export const changeLogoInput = z.object({
  picture: z.instanceof(File).optional(),
  /** The button that takes the logo away. */
  remove: z.string().max(3).optional(),
});
export const legalInput = z.object({
  kind: z.enum(["terms", "privacy", "rules"]),
  text: prose(50_000).refine((text) => text.length > 0, "brands.legalEmpty"),
});
/** The version one has read: another may have been published meanwhile. */
export const agreeInput = z.object({
  kind: z.enum(["terms", "privacy", "rules"], "common.invalid"),
  version: z.coerce.number("common.invalid").int("common.invalid").min(1, "common.invalid"),
});
export const ownerInput = z.object({ email });
export const removeOwnerInput = z.object({ personId: z.uuid("common.invalid") });
