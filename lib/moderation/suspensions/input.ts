import { z } from "zod";
import { personId, reason } from "@/lib/members/input";

/** Days; nothing is for ever here, that is what removing is for. */
export const suspensionDays = [1, 3, 7, 14, 30, 90] as const;

export const suspendInput = z.object({
  person: personId,
  days: z.coerce
    .number("common.invalid")
    .refine((n) => (suspensionDays as readonly number[]).includes(n), "common.invalid"),
  reason,
});

export const liftInput = z.object({
  person: personId,
  suspension: z.uuid("common.notFound"),
  /** Sent from the list of removed people, and so leads back there. */
  removal: z.string().optional(),
});
