import { z } from "zod";
import { reportReasons } from "@/db/schema";
import { suspensionDays } from "../suspensions/input";

const post = z.uuid("common.notFound");

/** The reason says it all, except where it is "something else". */
export const flagInput = z
  .object({
    post,
    reason: z.enum(reportReasons, "moderation.chooseReason"),
    text: z.string().trim().normalize("NFC").max(1_000, "common.tooLong").default(""),
  })
  .refine(({ reason, text }) => reason !== "other" || text.length >= 10, {
    path: ["text"],
    message: "moderation.textRequired",
  });

/** What is done with the person besides; whoever decides may do as much as their part allows. */
export const measures = ["none", "warning", "silence", "suspension", "removal"] as const;

/** Days; asked for a silence and for a suspension. */
export const days = z.coerce
  .number("common.invalid")
  .refine((n) => (suspensionDays as readonly number[]).includes(n), "common.invalid");

export const decideFlagsInput = z
  .object({
    post,
    decision: z.enum(["kept", "hidden"], "moderation.chooseDecision"),
    measure: z.enum(measures, "common.invalid").default("none"),
    days: days.default(7),
    reason: z.string().trim().normalize("NFC").max(500, "common.tooLong").default(""),
  })
  .refine(({ decision, measure, reason }) => (decision === "kept" && measure === "none") || reason.length >= 3, {
    path: ["reason"],
    message: "moderation.reasonRequired",
  });
