import { z } from "zod";
import { reportReasons } from "@/db/schema";
import { email } from "@/lib/accounts/input";
import { safeNext } from "@/lib/paths";

export const makeReportInput = z.object({
  /** A path of ours, or nothing: then it is about the community as a whole. */
  about: z.unknown().transform(safeNext),
  reason: z.enum(reportReasons, "moderation.chooseReason"),
  text: z
    .string("moderation.textRequired")
    .trim()
    .normalize("NFC")
    .min(10, "moderation.textRequired")
    .max(4000, "common.tooLong"),
  email: z.union([z.literal("").transform(() => undefined), email]).optional(),
});

export const answerReportInput = z.object({
  report: z.uuid("common.notFound"),
  answer: z
    .string("moderation.answerRequired")
    .trim()
    .normalize("NFC")
    .min(3, "moderation.answerRequired")
    .max(2000, "common.tooLong"),
});
