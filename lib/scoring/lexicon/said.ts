import type { Prepared } from "../graph/window";

/** How members have said a word, in all that was read. Posts by their ids. */
export interface Said {
  readonly term: string;
  readonly users: number;
  /** Who said it in each of the last weeks, the newest last. */
  readonly weeks: readonly number[];
  readonly first: string;
  /** Where those who came next said it first. */
  readonly next: readonly string[];
  readonly spaces: readonly string[];
}

/** Half a year. */
export const weeksTold = 26;
const nextTold = 8;

type Found = {
  term: string;
  latest: number;
  posts: number[];
  actors: Set<number>;
  spaces: Set<number>;
  weeks: Set<number>[];
};

/**
 * Every one of these words, as far as members say it: not what the brand says, nor who left, nor offers, nor floods.
 * A word that nobody says any more is not in the answer.
 */
export function saidOf({ line, repeated }: Prepared, terms: readonly string[]): Said[] {
  const numbers = new Map<string, number>();
  const wanted = new Set(terms.flatMap((term) => term.split(" ")));
  line.terms.forEach((word, number) => {
    if (wanted.has(word)) numbers.set(word, number);
  });
  const alone = new Map<number, Found>();
  const after = new Map<number, Map<number, Found>>();
  const all: Found[] = [];
  for (const term of new Set(terms)) {
    const [first, second] = term.split(" ").map((word) => numbers.get(word));
    if (first === undefined || (term.includes(" ") && second === undefined)) continue;
    const weeks = Array.from({ length: weeksTold }, () => new Set<number>());
    const found: Found = { term, latest: -1, posts: [], actors: new Set(), spaces: new Set(), weeks };
    all.push(found);
    if (second === undefined) alone.set(first, found);
    else after.set(first, (after.get(first) ?? new Map<number, Found>()).set(second, found));
  }
  const note = (found: Found, post: number) => {
    if (found.latest === post) return;
    found.latest = post;
    const who = line.actor[post]!;
    if (!found.actors.has(who)) found.posts.push(post);
    found.actors.add(who);
    found.spaces.add(line.space[post]!);
    found.weeks[weeksTold - 1 - Math.floor((line.asOf - line.day[post]!) / 7)]?.add(who);
  };
  for (let post = 0; post < line.posts; post++) {
    if (line.kind[line.actor[post]!] !== 0 || line.offer[post] === 1 || repeated[post] === 1) continue;
    for (let w = line.wordsFrom[post]!; w < line.wordsTo[post]!; w++) {
      const word = line.words.get(w);
      if (word < 0) continue;
      const single = alone.get(word);
      if (single) note(single, post);
      const phrase = w + 1 < line.wordsTo[post]! ? after.get(word)?.get(line.words.get(w + 1)) : undefined;
      if (phrase) note(phrase, post);
    }
  }
  return all.flatMap(({ term, posts, actors, spaces, weeks }) =>
    posts.length === 0
      ? []
      : {
          term,
          users: actors.size,
          weeks: weeks.map((who) => who.size),
          first: line.id(posts[0]!),
          next: posts.slice(1, 1 + nextTold).map((post) => line.id(post)),
          spaces: [...spaces].map((space) => line.spaces[space]!),
        },
  );
}
