import { z } from "zod";
import { reactionKinds } from "@/db/schema";

/** One of the seven, or nothing to take back what one chose: said so and not as "the same again", so that a page left open undoes nothing. */
export const reactInput = z.object({
  post: z.uuid("common.notFound"),
  kind: z.union([z.literal(""), z.enum(reactionKinds)], "common.invalid"),
});
