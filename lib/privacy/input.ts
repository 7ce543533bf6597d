import { z } from "zod";

export const eraseMeInput = z.object({
  /** The name goes, or what they wrote goes too. */
  mode: z.enum(["name", "texts"], "privacy.chooseMode"),
  /** Nobody erases themselves by one stray click. */
  sure: z.literal("yes", "privacy.confirm"),
});
