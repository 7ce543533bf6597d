import type { Timeline } from "../activity/timeline";
import type { Reference } from "../elements/meaning";
import { bits } from "../elements/ties";
import { type Prepared, type Window, windowDays } from "../graph/window";

/** A word, or two in a row, that this community says and people in general do not. */
export interface Candidate {
  readonly term: string;
  /** The posts of the window that say it, in order. */
  readonly posts: readonly number[] | Int32Array;
  readonly users: number;
  readonly firstBy: number;
  /** The brand neither began it nor says much of it. */
  readonly ours: boolean;
}

export const rules = {
  /** So many times commoner than in general. */
  ratio: 12,
  /** People with ties who say it. */
  users: 5,
  topShare: 0.34,
  staffShare: 0.25,
  weeks: 3,
  threads: 3,
  /** What a word that no table knows may be, in a million. */
  unknown: 1,
  /** Half of a phrase may be a common word, and not one of the commonest. */
  commonHalf: 300,
  /** A phrase is one when its rarer word is said in it so often. */
  cohesion: 0.2,
  most: 400,
  /** What is said more often is no word of anybody's own: where no table knows the language, "and" would be one. */
  everyWord: 0.004,
} as const;

/** Whom nobody knows says nothing here: neither a flood nor its words count. */
export const speaks = (window: Window, { line, repeated }: Prepared, post: number): boolean => {
  const who = line.actor[post]!;
  if (repeated[post] === 1 || line.offer[post] === 1 || line.kind[who] !== 0) return false;
  return window.established[who] === 1 || window.addressed[who] === 1;
};

export function candidatesOf(
  prepared: Prepared,
  window: Window,
  tied: ReadonlySet<number>,
  reference: Reference,
): Candidate[] {
  const { line } = prepared;
  const spoken: number[] = [];
  for (let i = window.low; i < window.high; i++) if (speaks(window, prepared, i)) spoken.push(i);
  const counts = new Int32Array(line.terms.length);
  let all = 0;
  for (const i of spoken)
    for (let w = line.wordsFrom[i]!; w < line.wordsTo[i]!; w++) {
      const term = line.words.get(w);
      if (term < 0) continue;
      all += 1;
      counts[term]! += 1;
    }
  const own = ownWords(prepared, counts, all, reference);
  const found: Candidate[] = [];
  const tallies = { people: new Tally(line.actors), threads: new Tally(line.threads + windowDays) };
  const consider = (term: string, key: number, posts: readonly number[] | Int32Array) => {
    if (posts.length < rules.users || reference.products.has(term)) return;
    const one = judge(prepared, tallies, window, tied, term, posts, brand.get(key) ?? []);
    if (one) found.push(one);
  };
  const { words, phrases } = usesOf(prepared, spoken, own, counts);
  const brand = brandUses(prepared, window, own);
  for (const [term, posts] of words) consider(line.terms[term]!, -1 - term, posts);
  for (const [key, posts] of phrases) {
    const [first, second] = [Math.floor(key / line.terms.length), key % line.terms.length];
    if (posts.length < rules.cohesion * Math.min(counts[first]!, counts[second]!)) continue;
    if ([first, second].some((one) => common(line.terms[one]!, reference) > rules.commonHalf)) continue;
    consider(`${line.terms[first]} ${line.terms[second]}`, key, posts);
  }
  return byOwnness(prepared, spoken, found).slice(0, rules.most);
}

/** "don't" is as common as its parts. */
function common(word: string, reference: Reference): number {
  const parts = word.split("'");
  return Math.min(...parts.map((part) => reference.commonness(part) ?? 0));
}

const judged = new WeakMap<Reference, Map<string, boolean>>();

/** The same word is asked about in every window. */
function isUnknown(word: string, reference: Reference): boolean {
  let known = judged.get(reference);
  if (!known) {
    known = new Map();
    judged.set(reference, known);
  }
  let unknown = known.get(word);
  if (unknown === undefined) {
    unknown = common(word, reference) === 0 && !isForm(word, reference);
    known.set(word, unknown);
  }
  return unknown;
}

/** A word that the table knows, with another ending of one or two letters: a plural, a case. */
function isForm(word: string, reference: Reference): boolean {
  const letters = [...word];
  if (letters.length < 5) return false;
  return [1, 2].some((cut) => letters.length - cut >= 4 && common(letters.slice(0, -cut).join(""), reference) > 0);
}

/**
 * Words of a topic stand in the table of general words, rare as they may be; what stands in none is a name, a shorthand, a
 * coinage or an emoji. Where there is no table for the language, being said often by many must do.
 */
function ownWords({ line }: Prepared, counts: Int32Array, all: number, reference: Reference): Uint8Array {
  const own = new Uint8Array(counts.length);
  const least = Math.max(rules.users, (rules.ratio * rules.unknown * all) / 1_000_000);
  for (let term = 0; term < counts.length; term++) {
    if (counts[term]! < least || counts[term]! > rules.everyWord * all) continue;
    const word = line.terms[term]!;
    if (word.includes("_") && !word.startsWith(":")) continue;
    if (word.length < 2 && /[\p{L}\p{N}]/u.test(word) && !/\p{Script=Han}/u.test(word)) continue;
    if (isUnknown(word, reference)) own[term] = 1;
  }
  return own;
}

type Uses = Map<number, number[] | Int32Array>;
const roughly = 1 << 23;

/** The words of some posts, one after another: 0 and more a word, -1 a break, below that the next post, as -2 - post. */
function flatten(line: Timeline, posts: readonly number[]): Int32Array {
  let size = posts.length;
  for (const post of posts) size += line.wordsTo[post]! - line.wordsFrom[post]!;
  const flat = new Int32Array(size);
  let at = 0;
  for (const post of posts) {
    flat[at++] = -2 - post;
    for (let w = line.wordsFrom[post]!; w < line.wordsTo[post]!; w++) flat[at++] = line.words.get(w);
  }
  return flat;
}

function usesOf({ line }: Prepared, spoken: readonly number[], own: Uint8Array, counts: Int32Array) {
  const flat = flatten(line, spoken);
  const words = wordUses(flat, own);
  const phrases = new Map<number, number[]>();
  const note = (uses: Map<number, number[]>, key: number, post: number) => {
    const known = uses.get(key);
    if (!known) uses.set(key, [post]);
    else if (known[known.length - 1] !== post) known.push(post);
  };
  const both = (before: number, term: number) =>
    before >= 0 &&
    term >= 0 &&
    (own[term] === 1 || own[before] === 1) &&
    counts[term]! >= rules.users &&
    counts[before]! >= rules.users;
  // Most pairs of words are no phrase: they are counted roughly first, never too low, and only the rest is written down.
  const rough = new Int32Array(spoken.length > 2000 ? roughly : 1);
  const slot = (before: number, term: number) =>
    (Math.imul(before, 73_856_093) ^ Math.imul(term, 19_349_663)) & (rough.length - 1);
  for (let w = 1; w < flat.length; w++) if (both(flat[w - 1]!, flat[w]!)) rough[slot(flat[w - 1]!, flat[w]!)]! += 1;
  let post = -1;
  for (let w = 0; w < flat.length; w++) {
    const term = flat[w]!;
    if (term < -1) post = -2 - term;
    const before = w > 0 ? flat[w - 1]! : -1;
    if (!both(before, term)) continue;
    const often = rough[slot(before, term)]!;
    if (often < rules.users || often < rules.cohesion * Math.min(counts[before]!, counts[term]!)) continue;
    note(phrases, before * line.terms.length + term, post);
  }
  return { words, phrases };
}

/** The posts of every own word, in one array, each word's together. */
function wordUses(flat: Int32Array, own: Uint8Array): Uses {
  const from = new Int32Array(own.length + 1);
  for (const term of flat) if (term >= 0 && own[term] === 1) from[term + 1]! += 1;
  for (let term = 0; term < own.length; term++) from[term + 1]! += from[term]!;
  const next = from.slice();
  const posts = new Int32Array(from[own.length]!);
  let post = -1;
  for (const term of flat) {
    if (term < -1) post = -2 - term;
    if (term < 0 || own[term] === 0) continue;
    const at = next[term]!;
    if (at > from[term]! && posts[at - 1] === post) continue;
    posts[at] = post;
    next[term] = at + 1;
  }
  const uses: Uses = new Map();
  for (let term = 0; term < own.length; term++)
    if (next[term]! > from[term]!) uses.set(term, posts.subarray(from[term]!, next[term]!));
  return uses;
}

/** What the brand says of the same words: a word by its number below zero, a phrase by its key. */
function brandUses(prepared: Prepared, window: Window, own: Uint8Array): Uses {
  const { line, repeated } = prepared;
  const said: number[] = [];
  for (let i = window.low; i < window.high; i++)
    if (line.kind[line.actor[i]!] === 1 && line.offer[i] === 0 && repeated[i] === 0) said.push(i);
  const always = new Int32Array(line.terms.length).fill(rules.users);
  const { words, phrases } = usesOf(prepared, said, own, always);
  return new Map([...[...words].map(([term, posts]) => [-1 - term, posts] as const), ...phrases]);
}

/** Who, and where, counted without an object for each. */
class Tally {
  private readonly counts: Int32Array;
  private touched: number[] = [];
  constructor(size: number) {
    this.counts = new Int32Array(size);
  }
  add(which: number) {
    if (this.counts[which] === 0) this.touched.push(which);
    this.counts[which]! += 1;
  }
  /** What was counted, and begins again. */
  take(): { which: number[]; most: number } {
    const which = this.touched;
    let most = 0;
    for (const one of which) {
      most = Math.max(most, this.counts[one]!);
      this.counts[one] = 0;
    }
    this.touched = [];
    return { which, most };
  }
}

function judge(
  { line }: Prepared,
  tallies: { people: Tally; threads: Tally },
  window: Window,
  tied: ReadonlySet<number>,
  term: string,
  posts: readonly number[] | Int32Array,
  brand: readonly number[] | Int32Array,
): Candidate | undefined {
  let weeks = 0;
  for (const post of posts) {
    tallies.people.add(line.actor[post]!);
    weeks |= 1 << Math.floor((line.day[post]! - window.from) / 7);
    // In the flow of a channel, a day is a conversation.
    const where = line.thread[post]! < 0 ? line.threads + line.day[post]! - window.from : line.thread[post]!;
    tallies.threads.add(where);
  }
  const people = tallies.people.take();
  const threads = tallies.threads.take().which.length;
  if (bits(weeks) < rules.weeks || threads < rules.threads || people.most > rules.topShare * posts.length)
    return undefined;
  let holders = 0;
  for (const one of people.which) if (tied.has(one)) holders += 1;
  if (holders < rules.users) return undefined;
  const firstBy = line.actor[posts[0]!]!;
  const loud = brand.length > rules.staffShare * (posts.length + brand.length);
  const began = brand.length > 0 && brand[0]! < posts[0]!;
  // What the brand began and says most of is its slogan, and spreads nothing of the members'.
  if (loud && began) return undefined;
  return { term, posts, users: people.which.length, firstBy, ours: !loud && !began };
}

/** First what many say wherever they are; a word that keeps to some threads or spaces is about what is spoken of there. */
function byOwnness({ line }: Prepared, spoken: readonly number[], found: readonly Candidate[]): Candidate[] {
  const threads = new Map<number, number>();
  const spaces = new Map<number, number>();
  for (const post of spoken) {
    threads.set(line.thread[post]!, (threads.get(line.thread[post]!) ?? 0) + 1);
    spaces.set(line.space[post]!, (spaces.get(line.space[post]!) ?? 0) + 1);
  }
  const sizes = new Map<number, number>();
  for (const size of threads.values()) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  const expected = new Map<number, number>();
  /** How many threads so many posts would lie in, were they drawn by lot. */
  const byLot = (posts: number) => {
    const known = expected.get(posts);
    if (known !== undefined) return known;
    let sum = 0;
    for (const [size, many] of sizes) sum += many * (1 - (1 - size / spoken.length) ** posts);
    expected.set(posts, sum);
    return sum;
  };
  const places = new Tally(line.threads + line.spaces.length);
  const ownness = ({ posts, users }: Candidate) => {
    const mine = new Map<number, number>();
    for (const post of posts) {
      places.add(line.thread[post]! < 0 ? line.threads - 1 - line.thread[post]! : line.thread[post]!);
      mine.set(line.space[post]!, (mine.get(line.space[post]!) ?? 0) + 1);
    }
    let topic = 0;
    for (const [space, count] of mine)
      topic += (count / posts.length) * Math.log(count / posts.length / (spaces.get(space)! / spoken.length));
    return (places.take().which.length / byLot(posts.length)) * Math.log(1 + users) - topic;
  };
  return found
    .map((one) => ({ one, rank: ownness(one) }))
    .sort((a, b) => b.rank - a.rank || a.one.posts[0]! - b.one.posts[0]! || (a.one.term < b.one.term ? -1 : 1))
    .map(({ one }) => one);
}
