import { z } from "zod";
import { reason } from "../input";

export const askToJoinInput = z.object({
  message: z.string().trim().normalize("NFC").max(1000, "common.tooLong").default(""),
});

/** Turning somebody down needs a reason, because they will read it. */
export const decideRequestInput = z
  .object({
    request: z.uuid("common.notFound"),
    decision: z.enum(["let in", "turned down"], "common.invalid"),
    reason: z.string().trim().max(500, "common.tooLong").default(""),
  })
  .refine(({ decision, reason: given }) => decision === "let in" || reason.safeParse(given).success, {
    path: ["reason"],
    message: "moderation.reasonRequired",
  });
