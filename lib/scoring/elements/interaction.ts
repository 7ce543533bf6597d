import type { Window } from "../graph/window";
import { Random } from "../random";
import { bits, creditOf, mainGroup, type Ties, tiesOf } from "./ties";

/** A community where four in ten weeks of its people are spent in repeated talk with several others is at the top. */
export const fullInteraction = 0.4;
const resamples = 400;

export interface Interaction {
  /** 0 to 1, before the scale. */
  readonly raw: number;
  readonly low: number;
  readonly high: number;
  readonly open: number;
  readonly ties: Ties;
  /** Of each active member: weeks of rhythm times tie, and weeks active. */
  readonly shares: ReadonlyMap<number, Share>;
  readonly tied: number;
  readonly group: ReadonlySet<number>;
}

interface Share {
  readonly done: number;
  readonly weeks: number;
}

export function interactionOf(window: Window, seed: number, interval: boolean): Interaction {
  const ties = tiesOf(window);
  let strictest: { raw: number; shares: Map<number, Share>; group: Set<number> } | undefined;
  const whole = sharesWithout(window, ties, -1);
  strictest = whole;
  for (const without of hubs(window, ties)) {
    const tried = sharesWithout(window, ties, without);
    if (tried.raw < strictest.raw) strictest = tried;
  }
  const [low, high] = interval ? bootstrap(strictest.shares, strictest.raw, seed) : [strictest.raw, strictest.raw];
  const tied = [...whole.shares.values()].filter(({ done }) => done > 0).length;
  return {
    raw: strictest.raw,
    low,
    high,
    open: openFigure(window),
    ties,
    shares: whole.shares,
    tied,
    group: whole.group,
  };
}

/** The three busiest and the three best connected of those who hold a tie: a score must not hang on one of them. */
export function hubs(window: Window, ties: Ties): number[] {
  const held = [...ties.keys()];
  const most = (of: (member: number) => number) => [...held].sort((a, b) => of(b) - of(a) || a - b).slice(0, 3);
  return [...new Set([...most((one) => window.written.get(one) ?? 0), ...most((one) => ties.get(one)!.size)])];
}

function sharesWithout(window: Window, ties: Ties, without: number) {
  const group = mainGroup(ties, window, without);
  const shares = new Map<number, Share>();
  let done = 0;
  let weeks = 0;
  for (const [member, mask] of window.active) {
    if (member === without) continue;
    const active = bits(mask);
    const own = group.has(member) ? (active > 0 ? tieRhythm(ties.get(member)!, without) : 0) : 0;
    shares.set(member, { done: own, weeks: active });
    done += own;
    weeks += active;
  }
  return { raw: weeks > 0 ? done / weeks : 0, shares, group };
}

/** The credit of the second strongest partner, times the rhythm of the weeks. */
function tieRhythm(partners: ReadonlyMap<number, { weeks: number; days: Uint8Array }>, without: number): number {
  let first = 0;
  let second = 0;
  const days = new Uint8Array(8);
  for (const [partner, pair] of partners) {
    if (partner === without) continue;
    const credit = creditOf(bits(pair.weeks));
    if (credit > first) [first, second] = [credit, first];
    else if (credit > second) second = credit;
    for (let week = 0; week < 8; week++) days[week]! |= pair.days[week]!;
  }
  if (second === 0) return 0;
  let rhythm = 0;
  for (const week of days) rhythm += Math.min(1, bits(week) / 2);
  return second * rhythm;
}

/** People drawn again and again, with all their weeks. */
function bootstrap(shares: ReadonlyMap<number, Share>, raw: number, seed: number): [number, number] {
  const people = [...shares].sort(([a], [b]) => a - b).map(([, share]) => share);
  if (people.length === 0) return [raw, raw];
  const random = new Random(seed);
  const drawn: number[] = [];
  for (let i = 0; i < resamples; i++) {
    let done = 0;
    let weeks = 0;
    for (let j = 0; j < people.length; j++) {
      const one = people[random.below(people.length)]!;
      done += one.done;
      weeks += one.weeks;
    }
    drawn.push(weeks > 0 ? done / weeks : 0);
  }
  drawn.sort((a, b) => a - b);
  const at = (share: number) => drawn[Math.floor(share * (drawn.length - 1))]!;
  return [Math.min(raw, at(0.025)), Math.max(raw, at(0.975))];
}

/** Where a community stands without the strict guards: any exchange counts a little, one partner is enough. */
function openFigure(window: Window): number {
  const best = new Map<number, [number, number]>();
  const days = new Map<number, Uint8Array>();
  for (const pair of window.pairs.values())
    for (const member of [pair.a, pair.b]) {
      const credit = Math.min(1, bits(pair.weeks) / 4);
      const two = best.get(member) ?? [0, 0];
      if (credit > two[0]) best.set(member, [credit, two[0]]);
      else if (credit > two[1]) best.set(member, [two[0], credit]);
      const own = days.get(member) ?? new Uint8Array(8);
      for (let week = 0; week < 8; week++) own[week]! |= pair.days[week]!;
      days.set(member, own);
    }
  let done = 0;
  let weeks = 0;
  for (const [member, mask] of window.active) {
    weeks += bits(mask);
    const two = best.get(member);
    if (!two) continue;
    let rhythm = 0;
    for (const week of days.get(member)!) rhythm += Math.min(1, bits(week) / 2);
    done += ((two[0] + two[1]) / 2) * rhythm;
  }
  return weeks > 0 ? done / weeks : 0;
}
