import { z } from "zod";
import { wordsUpTo } from "@/lib/posts/input";

const term = z.uuid("common.notFound");

/** `nothing` takes back what was said. */
export const voteOnTermInput = z.object({
  term,
  says: z.enum(["ours", "not ours", "nothing"], "common.invalid"),
  /** Where the form stands. */
  from: z.enum(["list", "term"]).default("term"),
});

/** A story that is read beside a word, and no book. */
export const longestLore = 4_000;

export const writeLoreInput = z.object({
  term,
  text: wordsUpTo(longestLore, { required: "lexicon.loreRequired", tooLong: "common.tooLong" }),
  /** What the writer saw had so many wordings and removals; 0 where nobody had told anything. */
  revision: z.coerce.number().int().min(0).max(100_000),
});

export const removeLoreInput = z.object({
  term,
  version: z.coerce.number().int().min(1).max(100_000),
  why: z.string("lexicon.whyRequired").trim().normalize("NFC").min(3, "lexicon.whyRequired").max(500, "common.tooLong"),
});
