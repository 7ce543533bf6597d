import { z } from "zod";
import { audiences, doors } from "@/db/schema";
import { line } from "@/lib/brands/input";
import { slugPattern } from "@/lib/paths";
import { spaceLanguages } from "@/lib/search/languages";

const badgeIds = z.array(z.uuid("common.invalid")).max(20, "common.tooLong");

const facts = z.object({
  name: line(60, "spaces.nameRequired"),
  slug: z
    .string("spaces.slugInvalid")
    .trim()
    .toLowerCase()
    .min(2, "spaces.slugInvalid")
    .max(40, "spaces.slugInvalid")
    .regex(slugPattern, "spaces.slugInvalid"),
  purpose: z
    .string("spaces.purposeRequired")
    .trim()
    .normalize("NFC")
    .min(1, "spaces.purposeRequired")
    .max(300, "common.tooLong"),
  readAudience: z.enum(audiences, "common.invalid"),
  writeAudience: z.enum(["members", "badges"], "common.invalid"),
  readBadges: badgeIds,
  writeBadges: badgeIds,
  needs: z.enum(["any", "all"]).default("any"),
  door: z.enum(doors, "common.invalid"),
  /** In which people write there; left unsaid it is found out post by post. */
  language: z.enum(spaceLanguages, "common.invalid").default("detected"),
  /** A box that is not ticked sends nothing. */
  questions: z
    .enum(["on", ""])
    .optional()
    .transform((value) => value === "on"),
});

/** An audience of badge holders that names no badge would lock everybody out. */
const named = <Facts extends z.infer<typeof facts>>(input: Facts, ctx: z.RefinementCtx) => {
  for (const use of ["read", "write"] as const) {
    if (input[`${use}Audience`] === "badges" && input[`${use}Badges`].length === 0)
      ctx.addIssue({ code: "custom", path: [`${use}Badges`], message: "spaces.badgesRequired" });
  }
};

export const makeSpaceInput = facts.superRefine(named);
export const changeSpaceInput = facts
  .extend({ space: z.uuid("common.notFound"), position: z.coerce.number().int().min(1).max(200).optional() })
  .superRefine(named);
export const spaceInput = z.object({ space: z.uuid("common.notFound") });

/** Names of fields that may come several times. */
export const badgeLists = ["readBadges", "writeBadges"] as const;
