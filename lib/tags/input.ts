import { z } from "zod";

/** More, and they no longer say what a thread is about. */
export const mostTags = 5;

/** Letters and digits of any script, with the marks that belong to them, and hyphens between them. */
const word = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u;
const length = (text: string) => [...text].length;

/** How a tag is kept: the same word in whatever case and composition is one tag. */
export const tagSlug = (typed: string): string =>
  typed.trim().normalize("NFC").replace(/^#/, "").replace(/\s+/g, "-").toLowerCase().normalize("NFC");

const isTag = (slug: string) => word.test(slug) && length(slug) >= 2 && length(slug) <= 30;

/** As they come from one field, with commas between them. */
export const tagsTyped = z
  .string()
  .max(1000, "tags.tooMany")
  .transform((text) => [...new Set(text.split(/[,،、\n]/u).map(tagSlug))].filter((slug) => slug !== ""))
  .pipe(z.array(z.string().refine(isTag, "tags.notAWord")).max(mostTags, "tags.tooMany"));

/** At the desk the spelling is kept, so that a name may have its capitals. */
const tagName = z
  .string("tags.notAWord")
  .transform((text) => text.trim().normalize("NFC").replace(/^#/, "").replace(/\s+/g, "-"))
  .pipe(z.string().refine((name) => isTag(tagSlug(name)), "tags.notAWord"));

const tag = z.uuid("common.notFound");
export const makeTagInput = z.object({ name: tagName });
export const renameTagInput = z.object({ tag, name: tagName });
export const mergeTagInput = z.object({ tag, into: z.uuid("tags.intoRequired") });
export const removeTagInput = z.object({ tag });
