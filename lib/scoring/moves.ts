import { interactionOf } from "./elements/interaction";
import { interactionScore } from "./elements/interaction-element";
import { type Pair, type Prepared, pairKey, type Window, windowDays, windowWeeks } from "./graph/window";
import { tenths } from "./output";

// What would move a figure: it is computed again on a window in which one thing more has happened. Only counts are changed, the
// posts are not read again.

/** The most that are tried at once. */
export const mostTried = 20;

/** Repeated interaction, had these two exchanged once more on the last day of the window: one post of each. */
export function interactionWith(prepared: Prepared, window: Window, a: number, b: number): number {
  return tenths(interactionScore(interactionOf(withExchange(prepared, window, a, b), 0, false).raw));
}

function withExchange({ line }: Prepared, window: Window, a: number, b: number): Window {
  const key = pairKey(a, b, line.actors);
  const week = windowWeeks - 1;
  const pair = copyOf(window.pairs.get(key), Math.min(a, b), Math.max(a, b));
  pair.weeks |= 1 << week;
  pair.days[week]! |= 1 << ((windowDays - 1) % 7);
  pair.times[week]! += 1;
  const active = new Map(window.active);
  const written = new Map(window.written);
  for (const one of [a, b]) {
    active.set(one, (active.get(one) ?? 0) | (1 << week));
    written.set(one, (written.get(one) ?? 0) + 1);
  }
  return { ...window, pairs: new Map(window.pairs).set(key, pair), active, written, posts: window.posts + 2 };
}

const copyOf = (known: Pair | undefined, a: number, b: number): Pair => ({
  a,
  b,
  weeks: known?.weeks ?? 0,
  days: known?.days.slice() ?? new Uint8Array(windowWeeks),
  first: known?.first ?? Number.POSITIVE_INFINITY,
  posts: known?.posts.slice() ?? new Int32Array(windowWeeks).fill(-1),
  times: known?.times.slice() ?? new Uint16Array(windowWeeks),
});
