import { z } from "zod";
import { sentRevision } from "@/lib/drafts/input";
import { slugPattern } from "@/lib/paths";
import { pollFields, withPoll } from "@/lib/polls/input";
import { postText, withPictures } from "@/lib/posts/input";
import { tagsTyped } from "@/lib/tags/input";

/** Longer, and it is no longer read as a title; lists and mails show it whole. */
export const longestTitle = 150;

const title = z
  .string("threads.titleRequired")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(z.string().min(3, "threads.titleRequired").max(longestTitle, "common.tooLong"));

export const startThreadInput = z
  .object({
    space: z.string().max(100, "common.invalid"),
    title,
    tags: tagsTyped.optional(),
    text: postText,
    draft: sentRevision,
    ...pollFields,
    ...withPictures,
  })
  .transform(withPoll);
export const readUpToInput = z.object({
  thread: z.uuid("common.notFound"),
  position: z.coerce.number().int().min(1).max(1_000_000),
});
/** Leads back to the list, where the thread now stands as unread. */
export const keepUnreadInput = readUpToInput.extend({
  space: z.string().max(100).regex(slugPattern, "common.invalid"),
});
export const markAllReadInput = z.object({
  /** Its slug; left out, every space one reads. */
  space: z.string().max(100).regex(slugPattern, "common.invalid").optional(),
  /** When the list was made: what was said after it was not seen. */
  until: z.iso.datetime("common.invalid"),
});
export const renameThreadInput = z.object({ thread: z.uuid("common.notFound"), title, tags: tagsTyped.optional() });
