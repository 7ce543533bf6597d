import { z } from "zod";
import { postInput } from "@/lib/posts/input";

/** More is no note to oneself but a text of its own. */
export const longestNote = 500;

export const keepInput = postInput;
/** When to be reminded; civil times are those of the person's own zone. */
export const moments = ["none", "hour", "tonight", "tomorrow", "week", "at"] as const;
export const noteInput = postInput
  .extend({
    note: z.string().trim().normalize("NFC").max(longestNote, "bookmarks.noteTooLong").default(""),
    remind: z.enum(moments, "common.invalid").default("none"),
    /** As a browser sends a date and a time: without a zone. */
    at: z
      .union([z.literal(""), z.string().regex(/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "bookmarks.noMoment")])
      .default(""),
  })
  .superRefine(({ remind, at }, ctx) => {
    // The pattern lets the 31st of February through.
    if (remind === "at" && (!at || new Date(`${at.slice(0, 16)}Z`).toJSON()?.slice(0, 16) !== at.slice(0, 16)))
      ctx.addIssue({ code: "custom", path: ["at"], message: "bookmarks.noMoment" });
  });
