import { z } from "zod";
import { line, prose, slug } from "@/lib/brands/input";

/** The drawings there are; the figure of each is in components/figures. */
export const motifs = [
  "drop",
  "flame",
  "burr",
  "lever",
  "sunrise",
  "tile",
  "word",
  "key",
  "leaf",
  "compass",
  "star",
  "wave",
  "moth",
  "kettle",
  "hush",
  "lamp",
  "tag",
  "megaphone",
  "seed",
] as const;

const size = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z.coerce
    .number("badges.editionInvalid")
    .int("badges.editionInvalid")
    .min(1, "badges.editionInvalid")
    .max(100_000, "badges.editionInvalid")
    .nullable(),
);

export const badgeInput = z.object({
  name: line(40, "badges.nameRequired"),
  slug,
  meaning: line(300, "badges.meaningRequired"),
  earned: prose(300).default(""),
  kind: z.enum(["early", "edition", "contribution", "role", "recognition", "incentive"], "common.invalid"),
  motif: z.enum(motifs, "common.invalid"),
  editionSize: size,
});

/** Who holds it holds it by its number and address: those two stay. */
export const changeBadgeInput = badgeInput
  .omit({ slug: true, editionSize: true })
  .extend({ badge: z.uuid("common.invalid") });

export const grantInput = z.object({
  badgeId: z.uuid("common.invalid"),
  personId: z.uuid("badges.choosePerson"),
  reason: line(300, "badges.reasonRequired"),
});

export const revokeInput = z.object({ grantId: z.uuid("common.invalid"), reason: line(300, "badges.reasonRequired") });
