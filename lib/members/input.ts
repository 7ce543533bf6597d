import { z } from "zod";
import { roles } from "@/db/schema";

export const personId = z.uuid("common.notFound");

/** Read by the person it concerns, so it is demanded and may be a paragraph. */
export const reason = z
  .string("moderation.reasonRequired")
  .trim()
  .normalize("NFC")
  .min(3, "moderation.reasonRequired")
  .max(500, "common.tooLong");

export const nothingInput = z.object({});
export const personInput = z.object({ person: personId });

export const giveRoleInput = z.object({
  person: personId,
  role: z.enum(roles, "common.invalid"),
  /** A box: of a representative, that the brand pays them. */
  employed: z
    .string()
    .optional()
    .transform((box) => box !== undefined),
});

export const removePersonInput = z.object({ person: personId, reason });
