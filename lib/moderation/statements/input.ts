import { z } from "zod";
import { personId, reason } from "@/lib/members/input";
import { days } from "../flags/input";

const statement = z.uuid("common.notFound");
const words = (required: `${string}.${string}`) =>
  z.string(required).trim().normalize("NFC").min(10, required).max(2_000, "common.tooLong");

/** From somebody's history, without a post that it is about. */
export const correctInput = z.object({
  person: personId,
  measure: z.enum(["warning", "silence"], "common.invalid"),
  days: days.default(7),
  reason,
});

export const liftSilenceInput = z.object({ person: personId, statement });

export const appealInput = z.object({ statement, text: words("moderation.appealRequired") });

export const answerAppealInput = z.object({
  statement,
  granted: z.enum(["yes", "no"], "moderation.chooseDecision").transform((is) => is === "yes"),
  answer: words("moderation.appealAnswerRequired"),
});
