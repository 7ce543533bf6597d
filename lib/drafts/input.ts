import { z } from "zod";
import { refuse } from "@/lib/errors";
import { markdownLimit } from "@/lib/text/markdown";

export const draftKinds = ["answer", "thread", "edit"] as const;

/** Where a draft belongs: an answer in this thread, a thread in this space, another wording of this post. */
export const draftPlace = z.object({ kind: z.enum(draftKinds), place: z.uuid("common.notFound") });

/** More than a post may hold, so that a text that is still too long is kept as well. */
const longestDraft = 2 * markdownLimit;

const revision = z.coerce.number().int().min(0).max(1_000_000_000);

export const saveDraftInput = draftPlace.extend({
  // As it was typed: a page that compares its own words with what was kept must find them the same.
  text: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .pipe(z.string().max(longestDraft, "drafts.tooLong"))
    .default(""),
  title: z.string().max(1_000, "drafts.tooLong").default(""),
  answers: z.union([z.literal(""), z.uuid("common.notFound")]).default(""),
  version: z.union([z.literal("").transform(() => undefined), z.coerce.number().int().min(0).max(100_000)]).optional(),
  /** The last saving that the writer saw; 0 for none. */
  revision,
});

export const discardDraftInput = draftPlace;

/** Of a form that sends what was drafted: the saving that it shows, so that no other is thrown away with it. */
export const sentRevision = z.union([z.literal("").transform(() => undefined), revision]).optional();

/** From an address. */
export function readDraftPlace(query: URLSearchParams): z.infer<typeof draftPlace> {
  const read = draftPlace.safeParse({ kind: query.get("kind"), place: query.get("place") });
  if (!read.success) throw refuse.notFound();
  return read.data;
}
