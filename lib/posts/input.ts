import { z } from "zod";
import { sentRevision } from "@/lib/drafts/input";
import { altField, picturesField } from "@/lib/pictures/input";
import { pollFields, withPoll } from "@/lib/polls/input";
import { markdownLimit } from "@/lib/text/markdown";

/** Nobody reads on beyond this, and the renderer would show it without its form. */
export const longestPost = markdownLimit;

/** What people say. Spaces at its edges and signs that only steer a terminal are not part of it. */
export const wordsUpTo = (most: number, { required, tooLong }: { required: string; tooLong: string }) =>
  z
    .string(required)
    .transform((text) =>
      text
        .normalize("NFC")
        .replaceAll("\r\n", "\n")
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are taken out
        .replace(/[\u0001-\u0008\u000b-\u001f\u007f]/g, "")
        .trim(),
    )
    .pipe(z.string().min(1, required).max(most, tooLong));

export const postText = wordsUpTo(longestPost, { required: "threads.textRequired", tooLong: "threads.tooLong" });

/** Pictures that come with the form itself, where there are no scripts to send them before. */
export const withPictures = { pictures: picturesField.optional(), alt: altField };

export const writePostInput = z
  .object({
    thread: z.uuid("common.notFound"),
    /** The id of the post it answers; empty for none. */
    answers: z.union([z.literal(""), z.uuid("common.notFound")]).optional(),
    text: postText,
    draft: sentRevision,
    ...pollFields,
    ...withPictures,
  })
  .transform(withPoll);
export const editPostInput = z.object({
  post: z.uuid("common.notFound"),
  text: postText,
  /** The version that the writer saw: what somebody else saved meanwhile is not overwritten. */
  version: z.coerce.number().int().min(0).max(100_000),
  ...withPictures,
  draft: sentRevision,
});
/** A day of the calendar, from an address: anything else is no day. */
export const dayInput = z.iso.date();
export const postInput = z.object({ post: z.uuid("common.notFound") });
export const removePostInput = postInput.extend({
  why: z.string().trim().normalize("NFC").max(500, "common.tooLong").default(""),
});
/** Whatever stands in the form; what is wrong with it is said when it is sent. */
export const previewInput = z.object({ text: z.string().default("") });
