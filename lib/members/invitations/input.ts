import { z } from "zod";
import { email } from "@/lib/accounts/input";

/** Days an invitation is good for. */
export const lives = [1, 7, 14, 30] as const;

const days = z.coerce
  .number("common.invalid")
  .refine((n) => (lives as readonly number[]).includes(n), "common.invalid")
  .default(14);

export const inviteByMailInput = z.object({ email, days });

export const inviteByLinkInput = z.object({
  /** A link for a notice board, not for the world. */
  uses: z.coerce
    .number("members.usesInvalid")
    .int("members.usesInvalid")
    .min(1, "members.usesInvalid")
    .max(500, "members.usesInvalid"),
  days,
});

export const withdrawInvitationInput = z.object({
  invitation: z.uuid("common.notFound"),
  /** Sent from the desk, and so leads back there. */
  desk: z.string().optional(),
});

export const redeemInput = z.object({
  token: z.string("common.notFound").min(1, "common.notFound").max(100, "common.notFound"),
});
