import { z } from "zod";
import { joinModes } from "@/db/schema";
import { reservedSlugs, slugPattern } from "@/lib/paths";
import { isZone } from "@/lib/text/zones";

export const communityName = z
  .string("communities.nameRequired")
  .trim()
  .normalize("NFC")
  .min(1, "communities.nameRequired")
  .max(60, "common.tooLong");

/** It is the headline of the front page: two sentences, not an essay. */
export const communityPurpose = z
  .string("communities.purposeRequired")
  .trim()
  .normalize("NFC")
  .min(1, "communities.purposeRequired")
  .max(400, "common.tooLong");

export const communitySlug = z
  .string("communities.slugInvalid")
  .trim()
  .toLowerCase()
  .min(3, "communities.slugInvalid")
  .max(40, "communities.slugInvalid")
  .regex(slugPattern, "communities.slugInvalid")
  .refine((slug) => !reservedSlugs.has(slug), "communities.slugReserved");

export const colour = z
  .string("communities.colourInvalid")
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "communities.colourInvalid");

export const changeCommunityInput = z
  .object({
    name: communityName,
    slug: communitySlug,
    purpose: communityPurpose,
    colour: colour.optional(),
    /** A box: the brand's colour instead of an own one. */
    brandColour: z.string().optional(),
    zone: z.string("communities.zoneUnknown").refine(isZone, "communities.zoneUnknown"),
    locale: z.enum(["en", "de"], "common.invalid"),
    joinMode: z.enum(joinModes, "common.invalid"),
  })
  .transform(({ brandColour, colour, ...rest }) => ({ ...rest, colour: brandColour ? null : (colour ?? null) }));

/** 10 MB: a photograph from a phone. */
export const mostPictureBytes = 10_000_000;

export const changePictureInput = z.object({
  which: z.enum(["logo", "cover"], "common.invalid"),
  picture: z.instanceof(File).optional(),
  /** The button that takes the picture away. */
  remove: z.string().optional(),
});
