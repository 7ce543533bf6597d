import { z } from "zod";
import { joinModes } from "@/db/schema";
import { colour, communityLocale, communitySlug, line, prose, zone } from "@/lib/brands/input";

export const changeCommunityInput = z.object({
  name: line(60, "communities.nameRequired"),
  slug: communitySlug,
  purpose: line(160, "communities.purposeRequired"),
  about: prose(5000).default(""),
  zone,
  locale: communityLocale,
  joinMode: z.enum(joinModes, "common.invalid"),
});

export const changeColourInput = z
  .object({
    colour,
    /** A box: the brand's colour instead of an own one. */
    brandColour: z.string().optional(),
  })
  .transform((chosen) => ({ colour: chosen.brandColour ? null : chosen.colour }));

/** 10 MB: a photograph from a phone. */
export const mostPictureBytes = 10_000_000;

export const changePictureInput = z.object({
  which: z.enum(["logo", "cover"], "common.invalid"),
  picture: z.instanceof(File).optional(),
  /** The button that takes the picture away. */
  remove: z.string().optional(),
});
