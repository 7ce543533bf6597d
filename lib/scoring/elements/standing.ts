import { dayMs } from "../activity/days";
import type { Prepared, Window } from "../graph/window";
import { type Element, notEnough, nothing, tenths } from "../output";
import { Random } from "../random";
import type { Ties } from "./ties";

const permutations = 200;
const fewestInsiders = 3;

/** Insiders and outsiders, by standing that was granted. Never guessed from activity. */
export function standingElement(
  prepared: Prepared,
  window: Window,
  ties: Ties,
  isEnough: boolean,
  seed: number,
): Element {
  const end = (window.to + 1) * dayMs;
  const active = [...window.active.keys()].sort((a, b) => a - b);
  const { granted, holders, insiders } = insidersOf(prepared, window);
  if (!isEnough || insiders.size < fewestInsiders)
    return nothing(notEnough, { parts: isEnough && holders.size > 0 ? { selectivity: 0 } : {} });
  const part = selectivity(insiders.size / active.length);
  const gates = gatedUse(prepared, window, insiders);
  const gap = insiders.size === active.length ? 0 : recognition(prepared, window, active, insiders, seed);
  const index = insiders.size === active.length ? 0 : homophily(window, ties, active, insiders, seed);
  const earned = granted.some(({ from }) => from >= end - 91 * dayMs && Number.isFinite(from));
  const dated = granted.some(({ from }) => Number.isFinite(from));
  const known = [part, gates, gap, index].filter((one): one is number => one !== null);
  const mean = known.reduce((sum, one) => sum + one, 0) / known.length;
  // Nobody came in for a quarter: a clique. Everybody or nobody inside: no inside at all.
  const capped = part === 0 ? 0 : dated && !earned ? Math.min(50, mean) : mean;
  const reach = 98 * Math.sqrt(((insiders.size / active.length) * (1 - insiders.size / active.length)) / active.length);
  return {
    value: tenths(capped),
    low: tenths(capped - reach),
    high: tenths(capped + reach),
    reason: null,
    whereYouAre: tenths(mean),
    parts: {
      selectivity: tenths(part),
      gatedSpaces: gates === null ? null : tenths(gates),
      recognition: gap === null ? null : tenths(gap),
      ties: index === null ? null : tenths(index),
      permeability: dated ? (earned ? 100 : 0) : null,
    },
    provisional: !dated,
    evidence: [],
  };
}

/** Who of the active holds a standing that was granted, and bought by nobody; what everybody has makes nobody an insider. */
export function insidersOf({ line }: Prepared, window: Window) {
  const begin = window.from * dayMs;
  const end = (window.to + 1) * dayMs;
  const granted = line.memberships.filter(({ bought, from }) => !bought && from < end);
  const holders = new Map<string, Set<number>>();
  for (const { actor, group, to } of granted)
    if (to >= begin && window.active.has(actor)) holders.set(group, (holders.get(group) ?? new Set()).add(actor));
  const some = [...holders.values()].filter((all) => all.size < 0.9 * window.active.size);
  return { granted, holders, insiders: new Set(some.flatMap((all) => [...all])) };
}

/** Full marks from 5 to 40 in a hundred; none at 0 and at 90. */
export function selectivity(share: number): number {
  if (share <= 0 || share >= 0.9) return 0;
  if (share < 0.05) return 100 * (share / 0.05);
  return share <= 0.4 ? 100 : 100 * ((0.9 - share) / 0.5);
}

function gatedUse({ line }: Prepared, window: Window, insiders: ReadonlySet<number>): number | null {
  if (line.closedSpaces.size === 0) return null;
  const all = new Set<string>();
  const gated = new Set<string>();
  for (let i = window.low; i < window.high; i++) {
    if (!insiders.has(line.actor[i]!)) continue;
    const key = `${line.actor[i]} ${line.day[i]}`;
    all.add(key);
    if (line.closedSpaces.has(line.space[i]!)) gated.add(key);
  }
  return all.size === 0 ? null : 100 * Math.min(1, gated.size / all.size / 0.3);
}

/** Whether insiders are answered more, for each post of their own, than chance would have it. */
function recognition(
  { line }: Prepared,
  window: Window,
  active: number[],
  insiders: ReadonlySet<number>,
  seed: number,
) {
  const got = new Map<number, number>();
  const seen = new Set<number>();
  for (let i = window.low; i < window.high; i++) {
    const to = window.target[i - window.low]!;
    if (to < 0) continue;
    const key = (to * 60 + (line.day[i]! - window.from)) * line.actors + line.actor[i]!;
    if (seen.has(key)) continue;
    seen.add(key);
    got.set(to, (got.get(to) ?? 0) + 1);
  }
  const rate = active.map((member) => (got.get(member) ?? 0) / (window.written.get(member) ?? 1));
  return against(active, insiders, seed, (inside) => {
    let [mine, theirs, n] = [0, 0, 0];
    active.forEach((_, i) => {
      if (inside[i] === 1) [mine, n] = [mine + rate[i]!, n + 1];
      else theirs += rate[i]!;
    });
    return mine / Math.max(1, n) - theirs / Math.max(1, active.length - n);
  });
}

/** Whether insiders are tied to each other more than people of their activity would be (Krackhardt & Stern 1988). */
function homophily(window: Window, ties: Ties, active: number[], insiders: ReadonlySet<number>, seed: number) {
  const place = new Map(active.map((member, i) => [member, i]));
  const order = [...active].sort((a, b) => (window.written.get(b) ?? 0) - (window.written.get(a) ?? 0) || a - b);
  const pairs: [number, number][] = [];
  for (const [a, partners] of ties)
    for (const b of partners.keys())
      if (a < b && place.has(a) && place.has(b)) pairs.push([place.get(a)!, place.get(b)!]);
  if (pairs.length < 5) return null;
  const strata = order.map((member) => place.get(member)!);
  return against(
    active,
    insiders,
    seed + 1,
    (inside) => pairs.filter(([a, b]) => inside[a] === 1 && inside[b] === 1).length,
    strata,
  );
}

/** How far the figure of the real insiders stands out from that of insiders drawn by lot: 0 at chance, 100 at three deviations. */
function against(
  active: number[],
  insiders: ReadonlySet<number>,
  seed: number,
  figure: (inside: Uint8Array) => number,
  order = active.map((_, i) => i),
): number {
  const inside = Uint8Array.from(active, (member) => (insiders.has(member) ? 1 : 0));
  const real = figure(inside);
  const random = new Random(seed);
  const drawn: number[] = [];
  const stratum = 10;
  for (let round = 0; round < permutations; round++) {
    const mixed = inside.slice();
    for (let from = 0; from < order.length; from += stratum) {
      const part = order.slice(from, from + stratum);
      for (let i = part.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        [mixed[part[i]!], mixed[part[j]!]] = [mixed[part[j]!]!, mixed[part[i]!]!];
      }
    }
    drawn.push(figure(mixed));
  }
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const deviation = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length);
  if (deviation === 0) return 0;
  return 100 * Math.min(1, Math.max(0, (real - mean) / deviation / 3));
}
