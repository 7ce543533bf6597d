import { z } from "zod";
import { personId } from "../input";

export const giveDutyInput = z.object({
  person: personId,
  /** Empty: of the whole community. */
  space: z.union([z.literal("").transform(() => null), z.uuid()]).default(null),
});

export const endDutyInput = z.object({ person: personId, duty: z.uuid("common.notFound") });
