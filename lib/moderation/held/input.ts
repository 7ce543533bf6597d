import { z } from "zod";

export const heldInput = z.object({ held: z.uuid("common.notFound") });
export const refuseHeldInput = heldInput.extend({
  reason: z
    .string("held.reasonRequired")
    .trim()
    .normalize("NFC")
    .min(3, "held.reasonRequired")
    .max(500, "common.tooLong"),
});
