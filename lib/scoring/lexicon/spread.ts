import type { Prepared, Window } from "../graph/window";
import type { Candidate } from "./candidates";

/** Somebody took up a young word, in a thread where nobody had said it yet. */
export interface Adoption {
  readonly term: number;
  readonly member: number;
  /** Of those who said it before, the share with whom they had talked. */
  readonly met: number;
  /** The same of each of those like them who had not said it. */
  readonly others: readonly number[];
}

/** While only so many have said it; later everybody knows somebody who does. */
const early = 12;
/** So many people of the same activity are asked, and so many must be found. */
const matched = 10;
const fewest = 4;
/** Whoever stands further away in activity is not alike. */
const furthest = 200;

/**
 * How words pass from one to another: whoever takes one up is compared with people of the same activity, active in the same
 * week, who had not. What comes with the topic is met by both alike, and saying again what stands above is no taking up.
 */
export function adoptionsOf({ line }: Prepared, window: Window, terms: readonly Candidate[]): Adoption[] {
  const partners = new Map<number, Map<number, number>>();
  const add = (a: number, b: number, since: number) => {
    const known = partners.get(a);
    if (known) known.set(b, since);
    else partners.set(a, new Map([[b, since]]));
  };
  for (const { a, b, first } of window.pairs.values()) {
    add(a, b, first);
    add(b, a, first);
  }
  const ranked = [...window.active.keys()]
    .filter((member) => window.established[member] === 1 || window.addressed[member] === 1)
    .sort((a, b) => window.written.get(b)! - window.written.get(a)! || a - b);
  const rank = new Map(ranked.map((member, i) => [member, i]));
  const found: Adoption[] = [];
  terms.forEach(({ posts }, term) => {
    const since = new Map<number, number>();
    const threads = new Set<number>();
    const met = (member: number, at: number) => {
      const talked = partners.get(member);
      let hits = 0;
      if (talked)
        for (const [who, said] of since) if (said < at && (talked.get(who) ?? Number.POSITIVE_INFINITY) < at) hits += 1;
      return hits / since.size;
    };
    for (const post of posts) {
      const member = line.actor[post]!;
      const at = line.at[post]!;
      const where = line.thread[post]! < 0 ? -1e6 * (1 - line.thread[post]!) - line.day[post]! : line.thread[post]!;
      const place = rank.get(member);
      if (place !== undefined && since.size > 0 && !since.has(member) && !threads.has(where)) {
        const week = Math.floor((line.day[post]! - window.from) / 7);
        const others: number[] = [];
        for (let step = 1; step < furthest && others.length < matched; step++)
          for (const near of [ranked[place - step], ranked[place + step]])
            if (
              near !== undefined &&
              others.length < matched &&
              !since.has(near) &&
              (window.active.get(near)! >> week) & 1
            )
              others.push(met(near, at));
        if (others.length >= fewest) found.push({ term, member, met: met(member, at), others });
      }
      if (!since.has(member)) since.set(member, at);
      if (since.size > early) return;
      threads.add(where);
    }
  });
  return found;
}
