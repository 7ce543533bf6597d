import { wordsOf } from "./words";

// Pure: what of a post is shown beneath its title, with the words that were asked for marked. Parts, never HTML.

export type Part = { text: string; hit: boolean };

/** Of a long post, as many words as are looked through. */
const looked = 1_200;
/** Words of one snippet, how many of them stand before the first that was asked for, and signs at the most. */
const shown = 36;
const before = 6;
const longest = 280;

/** The words of a text as they are handed to the database to be marked. */
export const keysToMark = (text: string): string[] =>
  wordsOf(text)
    .slice(0, looked)
    .map(({ key }) => key);

/** The whole of a short text, with its hits. @param marked what came back for its keys */
export const wholeOf = (text: string, marked: string): Part[] => parts(text, hitsIn(text, marked));

/** The place that says most of what was asked for, or how it begins. */
export function snippetOf(text: string, marked: string): Part[] {
  const hits = hitsIn(text, marked);
  const words = wordsOf(text).slice(0, looked);
  const first = densest(hits.map(({ index }) => index));
  const start = first === undefined ? 0 : Math.max(0, first - before);
  const from = words[start]?.from ?? 0;
  const last = words[Math.min(start + shown, words.length) - 1];
  const end = Math.min(last ? toBreak(text, last.to) : text.length, from + longest);
  const within = parts(
    text.slice(from, end),
    hits
      .filter((hit) => hit.from >= from && hit.to <= end)
      .map((hit) => ({ ...hit, from: hit.from - from, to: hit.to - from })),
  );
  const more = (is: boolean): Part[] => (is ? [{ text: "…", hit: false }] : []);
  return [...more(text.slice(0, from).trim() !== ""), ...within, ...more(text.slice(end).trim() !== "")];
}

type Place = { index: number; from: number; to: number };

function hitsIn(text: string, marked: string): Place[] {
  const flags = marked.split(" ").map((one) => one.includes("<"));
  return wordsOf(text)
    .slice(0, looked)
    .flatMap(({ from, to }, index) => (flags[index] ? [{ index, from, to }] : []));
}

/** Of places in order, the one after which most follow within a snippet. */
function densest(places: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = 0;
  let end = 0;
  for (const [at, place] of places.entries()) {
    while (end < places.length && places[end]! < place + shown - before) end++;
    if (end - at > most) [best, most] = [place, end - at];
  }
  return best;
}

/** On to the next white space or the end, if that is near: a full stop belongs to its word. */
function toBreak(text: string, at: number): number {
  return at + (/^\S{0,3}(?=\s|$)/.exec(text.slice(at, at + 4))?.[0].length ?? 0);
}

function parts(text: string, hits: readonly Pick<Place, "from" | "to">[]): Part[] {
  const all: Part[] = [];
  const add = (part: string, hit: boolean) => {
    const said = part.replace(/\s+/g, " ");
    if (said) all.push({ text: said, hit });
  };
  let at = 0;
  for (const { from, to } of hits) {
    add(text.slice(at, from), false);
    add(text.slice(from, to), true);
    at = to;
  }
  add(text.slice(at), false);
  return all;
}
