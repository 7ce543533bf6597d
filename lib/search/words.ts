// Pure: how a text is cut into words, the same when it is written and when somebody asks. The database is handed words with
// spaces between them, so that its own idea of letters, which depends on how it was set up, does not matter.

export interface Word {
  /** As it is looked for: small letters, and one spelling for what is written in several. */
  readonly key: string;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
}

/** Longer runs of letters are no words of anybody, and an index takes only so much. */
const longest = 60;
/** Of one text: more than the longest post has. */
const most = 20_000;

const run = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
let segmenter: Intl.Segmenter | undefined;

export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  const add = (part: string, from: number) => {
    const key = part
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFKC")
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
    if (key) found.push({ key: [...key].slice(0, longest).join(""), from, to: from + part.length });
  };
  for (const { 0: letters, index } of text.matchAll(run)) {
    if (found.length >= most) break;
    if (!unspaced.test(letters)) {
      add(letters, index);
      continue;
    }
    segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
    for (const { segment, index: within, isWordLike } of segmenter.segment(letters))
      if (isWordLike) add(segment, index + within);
  }
  return found.slice(0, most);
}

export const keysOf = (text: string): string[] => wordsOf(text).map(({ key }) => key);
