import type { Pair, Window } from "../graph/window";

/** Weeks of eight in which two exchanged: once is an incident, four times are a habit. */
export const creditOf = (weeks: number): number => Math.min(1, Math.max(0, (weeks - 1) / 3));

export function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Ties with credit: for each member, partners with the credit of the pair. */
export type Ties = Map<number, Map<number, Pair>>;

export function tiesOf(window: Window): Ties {
  const ties: Ties = new Map();
  const add = (from: number, to: number, pair: Pair) => {
    const known = ties.get(from);
    if (known) known.set(to, pair);
    else ties.set(from, new Map([[to, pair]]));
  };
  for (const pair of window.pairs.values()) {
    if (bits(pair.weeks) < 2) continue;
    add(pair.a, pair.b, pair);
    add(pair.b, pair.a, pair);
  }
  return ties;
}

/** The people who hang together by ties, without some: the group that holds most established accounts. */
export function mainGroup(ties: Ties, window: Window, without: number): Set<number> {
  const seen = new Set<number>();
  let best = new Set<number>();
  let most = -1;
  for (const start of [...ties.keys()].sort((a, b) => a - b)) {
    if (start === without || seen.has(start)) continue;
    const group = new Set([start]);
    const open = [start];
    while (open.length > 0)
      for (const next of ties.get(open.pop()!)!.keys())
        if (next !== without && !group.has(next)) {
          group.add(next);
          open.push(next);
        }
    let standing = 0;
    for (const member of group) {
      seen.add(member);
      standing += window.established[member]!;
    }
    if (standing > most || (standing === most && group.size > best.size)) {
      best = group;
      most = standing;
    }
  }
  return best;
}
