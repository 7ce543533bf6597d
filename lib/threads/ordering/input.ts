import { z } from "zod";
import { renameThreadInput } from "../input";

export const threadInput = z.object({ thread: z.uuid("common.notFound") });

export const lockThreadInput = threadInput.extend({
  why: z.string().trim().normalize("NFC").min(1, "ordering.whyRequired").max(300, "common.tooLong"),
});
export const unpinThreadInput = threadInput.extend({ place: z.enum(["space", "front"]) });
export const pinThreadInput = unpinThreadInput.extend({
  /** Empty: until somebody takes it down. */
  days: z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(365)]),
});

/** "yes" where more people will read it than do now. */
const sure = z.literal("yes").optional();
export const moveThreadInput = threadInput.extend({ to: z.string().max(100, "common.invalid"), sure });
export const mergeThreadInput = threadInput.extend({ into: z.uuid("common.notFound"), sure });

/** As many as one page of the choice shows. */
export const mostToChoose = 100;
export const splitThreadInput = renameThreadInput.extend({
  posts: z.array(z.uuid("common.notFound")).min(1, "ordering.choosePosts").max(mostToChoose, "common.invalid"),
  /** And everything that follows the last of them. */
  rest: z.literal("yes").optional(),
});
