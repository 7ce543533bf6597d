import { z } from "zod";
import { domainFrom } from "./links";
import { folded } from "./words";

/** Each post is compared with every line: more is a dictionary, and longer is no word. */
export const ruleLimits = { firstPosts: 10, newcomerLinks: 50, lines: 500, word: 60 } as const;

const linesOf = (text: string) =>
  text
    .normalize("NFC")
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter(Boolean);

const lines = z.string().max(40_000, { error: "held.tooManyLines", abort: true }).default("").transform(linesOf);
const few = <T>(schema: z.ZodType<T[]>) => schema.refine((all) => all.length <= ruleLimits.lines, "held.tooManyLines");

/** The same word spelled twice is kept once. */
const once = (words: string[]) =>
  [...new Map([...words].reverse().map((word) => [folded(word), word])).values()].reverse();

const words = few(
  lines
    .refine((all) => all.every((word) => word.length <= ruleLimits.word), "held.wordTooLong")
    .refine((all) => all.every((word) => /[\p{L}\p{N}]/u.test(folded(word))), "held.noWord")
    .transform(once),
);
const domains = few(
  lines
    .refine((all) => all.every((line) => line.length <= 300 && domainFrom(line)), "held.noDomain")
    .transform((all) => [...new Set(all.map((line) => domainFrom(line)!))]),
);

const inBoth = (some: readonly string[], others: readonly string[]) => {
  const known = new Set(others.map(folded));
  return some.some((one) => known.has(folded(one)));
};

export const changeRulesInput = z
  .object({
    firstPosts: z.coerce
      .number("held.firstPostsWrong")
      .int("held.firstPostsWrong")
      .min(0, "held.firstPostsWrong")
      .max(ruleLimits.firstPosts, "held.firstPostsWrong"),
    heldWords: words,
    refusedWords: words,
    newcomerLinks: z
      .union(
        [
          z.literal("").transform(() => null),
          z.coerce
            .number("held.linksWrong")
            .int("held.linksWrong")
            .min(0, "held.linksWrong")
            .max(ruleLimits.newcomerLinks, "held.linksWrong"),
        ],
        "held.linksWrong",
      )
      .default(null),
    refusedDomains: domains,
    allowedDomains: domains,
    /** A checkbox: sent only when it is set. */
    spamChecks: z
      .string()
      .optional()
      .transform((value) => value !== undefined),
    /** The last saving that was seen; 0 for none. */
    revision: z.coerce.number().int().min(0).max(1_000_000_000),
  })
  .superRefine(({ heldWords, refusedWords, refusedDomains, allowedDomains }, context) => {
    const fault = (field: string) => context.addIssue({ code: "custom", path: [field], message: "held.inBoth" });
    if (inBoth(refusedWords, heldWords)) fault("refusedWords");
    if (inBoth(allowedDomains, refusedDomains)) fault("allowedDomains");
  });
