// Its own file because it is pure, and the list of a manager and the words of a writer must be folded in the same way.

/** Scripts that leave no space between words: there a word of the list is found wherever it stands. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const partOfWord = /[\p{L}\p{N}\p{M}_]/u;

/** Accents of Latin, Greek and Cyrillic, the points of Hebrew and the vowel signs of Arabic: people write with and without. */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
/** Signs that nobody sees, put between letters so that a list does not find the word. */
const unseen = /\p{Cf}/gu;

/** One form for what reads alike: compatibility forms, case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(unseen, "")
    .toUpperCase()
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFD")
    .replace(accents, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();

/** Those of the list that the text says as whole words, as the list spells them. No pattern of anybody's is ever run. */
export function saidOf(list: readonly string[], text: string): string[] {
  if (list.length === 0) return [];
  const within = folded(text);
  return list.filter((word) => says(within, folded(word)));
}

function says(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (begins(before(text, at), first(word)) && ends(last(word), after(text, at + word.length))) return true;
  return false;
}

const begins = (outside: string, inside: string) =>
  !partOfWord.test(outside) || !partOfWord.test(inside) || withoutSpaces.test(inside);
/** A sign that belongs to the last letter makes it another one. */
const ends = (inside: string, outside: string) => !/\p{M}/u.test(outside) && begins(outside, inside);

// By whole signs: a letter beyond the first plane is two units.
const first = (text: string) => String.fromCodePoint(text.codePointAt(0) ?? 0);
const last = (text: string) => [...text.slice(-2)].at(-1) ?? "";
const before = (text: string, at: number) => last(text.slice(Math.max(0, at - 2), at));
const after = (text: string, at: number) => (at < text.length ? first(text.slice(at, at + 2)) : "");

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What a list is asked of: ids of ours are nobody's words, though they hold letters. */
export const wordsOf = (...texts: readonly (string | undefined)[]): string =>
  texts.filter(Boolean).join("\n").replace(id, " ");
