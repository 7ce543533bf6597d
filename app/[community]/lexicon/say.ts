import type { TermLine } from "@/lib/lexicon/queries";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";

type Said = { words: Words; reader: Reader };

/** How it spread, in one sentence. */
export const spreadOf = (weeks: readonly number[], { words }: Pick<Said, "words">) =>
  words.lexicon.spreadFigure({ n: weeks.filter((n) => n > 0).length, most: Math.max(0, ...weeks) });

/** Who says it, who began it, what members say of it. */
export function factsOf({ users, firstBy, firstAt, ours, others }: TermLine, { words, reader }: Said): string[] {
  const w = words.lexicon;
  return [
    w.saidBy({ n: users }),
    ...(firstBy && firstAt ? [w.firstBy({ who: firstBy, when: day(new Date(firstAt), reader) })] : []),
    ...(ours + others > 0 ? [w.votes({ ours, others })] : []),
  ];
}
