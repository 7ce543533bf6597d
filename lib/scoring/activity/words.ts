// How a text is cut into words. By letters, for any language: no list of stop words, no grammar.

export interface Token {
  readonly key: string;
  readonly from: number;
  /** Follows the word before it directly, so that both may be one phrase. */
  readonly joined: boolean;
}

/** Of one text: more is no conversation. */
const most = 400;
const longest = 40;

const piece =
  /:[a-z0-9_+][a-z0-9_+-]{1,30}:|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|[\ufe0f\u{1f3fb}-\u{1f3ff}])*|[\p{L}\p{M}\p{N}_]+(?:['\u2019][\p{L}\p{M}]+)*/gu;
const plain = /[A-Za-z0-9_]+(?:'[A-Za-z]+)*|:[a-z0-9_+][a-z0-9_+-]{1,30}:/g;
const beyond = /[^\s!-~]/;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const noise = /```[\s\S]*?(?:```|$)|`[^`\n]*`|^[ \t]*>.*$|\bhttps?:\/\/\S+|<[^<>\n]{1,300}>|\b\S+@\S+\.\w+/gm;
const hasNoise = /[`<>]|:\/\/|@\S+\./;
const digit = /\d/;
let segmenter: Intl.Segmenter | undefined;

/** Code, quotes, addresses and markup are nobody's own words; blanks in their place keep positions. */
export function ownWords(text: string): string {
  return hasNoise.test(text) ? text.replace(noise, (found) => " ".repeat(found.length)) : text;
}

/** Calls back with every word of a text, in order. */
export function eachWord(text: string, say: (key: string, from: number, joined: boolean) => void) {
  const own = ownWords(text);
  const simple = !beyond.test(own);
  const pattern = simple ? plain : piece;
  pattern.lastIndex = 0;
  let last = -2;
  let count = 0;
  for (let match = pattern.exec(own); match && count < most; match = pattern.exec(own)) {
    const from = match.index;
    const raw = match[0];
    if (raw.length > longest || (raw.charCodeAt(0) !== 58 && digit.test(raw))) continue;
    count += 1;
    if (!simple && unspaced.test(raw)) {
      segmenter ??= new Intl.Segmenter("ja", { granularity: "word" });
      for (const { segment, index, isWordLike } of segmenter.segment(raw)) {
        if (!isWordLike) continue;
        say(segment.normalize("NFKC"), from + index, last === from + index);
        last = from + index + segment.length;
      }
      continue;
    }
    const key = simple ? raw.toLowerCase() : raw.normalize("NFKC").toLowerCase().replaceAll("\u2019", "'");
    say(key, from, from === last + 1 && gap(own.charCodeAt(last)));
    last = from + raw.length;
  }
}

/** A blank or a hyphen. */
const gap = (code: number) => code === 32 || code === 45;
