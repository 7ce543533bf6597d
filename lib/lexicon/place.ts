import { eachWord } from "@/lib/scoring/activity/words";
import { beginningOf } from "@/lib/text/markdown/beginning";
import type { TermInPosts } from "./in-posts";

// Its own file because it is pure: words of the lexicon become links in a post that is about to be shown, and never in what is stored.

const tag = /(<[^>]*>)/;
/** Not where words are somebody else's, lead elsewhere, are no words, or are to be hidden. */
const outside = /^<(\/?)(a|blockquote|button|code|details|h[1-6]|pre|summary)[\s>]/;

interface Word {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly joined: boolean;
}

/** What marks these words in the HTML of a post, each once. @param hrefOf the page of a word */
export function termMarker(terms: readonly TermInPosts[], hrefOf: (id: string) => string): (html: string) => string {
  const known = new Map(terms.map((term) => [term.term, term]));
  const said = new Map<string, string>();
  const loreOf = ({ id, lore }: TermInPosts) => {
    const first = said.get(id) ?? (lore === null ? "" : firstSentence(beginningOf(lore, () => "…", 220)));
    said.set(id, first);
    return first;
  };
  const link = (term: TermInPosts, words: string) =>
    `<a class="term" href="${safe(hrefOf(term.id))}" data-lore="${safe(loreOf(term))}">${safe(words)}</a>`;

  return (html) => {
    if (known.size === 0) return html;
    const left = new Map(known);
    let away = 0;
    return html
      .split(tag)
      .map((part, index) => {
        if (index % 2 === 1) {
          const found = outside.exec(part);
          if (found) away += found[1] ? -1 : 1;
          return part;
        }
        return away > 0 || part.trim() === "" ? part : marked(part, left, link);
      })
      .join("");
  };
}

function marked(
  escaped: string,
  left: Map<string, TermInPosts>,
  link: (term: TermInPosts, words: string) => string,
): string {
  const text = plain(escaped);
  const words = wordsIn(text);
  let done = 0;
  let shown = "";
  const mark = (key: string, from: number, to: number) => {
    const term = left.get(key);
    if (!term) return false;
    left.delete(key);
    shown += shownAs(text.slice(done, from)) + link(term, text.slice(from, to));
    done = to;
    return true;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const next = words[at + 1];
    if (next?.joined && mark(`${word.key} ${next.key}`, word.from, next.to)) at++;
    else mark(word.key, word.from, word.to);
  }
  return done === 0 ? escaped : shown + shownAs(text.slice(done));
}

/** As the method counts them; one that is written in so many ways that its end is not certain is left out. */
function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (key, from, joined) => {
    const to = from + key.length;
    const same = text.slice(from, to).normalize("NFKC").toLowerCase().replaceAll("\u2019", "'") === key.toLowerCase();
    words.push({ key: same ? key : "", from, to, joined });
  });
  return words;
}

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const firstSentence = (text: string) => sentences.segment(text)[Symbol.iterator]().next().value?.segment.trim() ?? "";

const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
const plain = (escaped: string) => escaped.replace(/&(amp|lt|gt|quot|#39|#x27);/g, (_, name: string) => names[name]!);
const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
/** Between tags quotes are no signs. */
const shownAs = (text: string) => text.replace(/[&<>]/g, (sign) => signs[sign]!);
