import { dayMs } from "../activity/days";
import type { Prepared, Window } from "../graph/window";
import type { DecisionInput } from "../input";
import { type Element, type Evidence, notEnough, nothing, notVisible, tenths } from "../output";
import { type Carried, fullCarried } from "./carried";

export const carriedScore = (raw: number) => 100 * Math.min(1, raw / fullCarried);

/** The share without a post. */
type Without = (post: number) => number | null;

const fewest = 5;
const tried = 16;
const shown = 8;

/** What people carry together: threads they come back to, decisions they use, promises they keep. */
export function stakesElement(
  prepared: Prepared,
  window: Window,
  carried: Carried,
  isEnough: boolean,
  raw?: Without,
): Element {
  const { line } = prepared;
  const end = (window.to + 1) * dayMs;
  const decided = line.decisions.filter(
    ({ closedAt, by }) => by !== "brand" && closedAt !== undefined && closedAt < end,
  );
  const old = decided.filter(({ closedAt }) => end - closedAt! >= 7 * dayMs);
  const use = old.length >= fewest ? share(old, (one) => isUsed(prepared, window, one)) : null;
  const kept = decided.length >= fewest ? share(decided, (one) => one.deliveredAt !== undefined) : null;
  const told = isEnough && carried.raw !== null ? carriedScore(carried.raw) : null;
  const parts = {
    carried: told === null ? null : tenths(told),
    decisionUse: use === null ? null : tenths(100 * use),
    followThrough: kept === null ? null : tenths(100 * kept),
  };
  const evidence = isEnough && raw ? evidenceOf(prepared, carried, raw) : [];
  const whereYouAre = parts.carried;
  if (!isEnough && decided.length > 0) return nothing(notEnough, { parts });
  if (use === null && kept === null) return nothing(notVisible, { parts, whereYouAre, evidence });
  const weighed = [
    [told, 0.5],
    [use === null ? null : 100 * use, 0.3],
    [kept === null ? null : 100 * kept, 0.2],
  ].filter((one): one is [number, number] => one[0] !== null);
  const weight = weighed.reduce((sum, [, one]) => sum + one, 0);
  const value = weighed.reduce((sum, [one, its]) => sum + one * its, 0) / weight;
  // The counts of decisions are small: their interval is that of the weaker of the two shares.
  const reach = 100 * Math.sqrt(0.25 / Math.max(fewest, decided.length)) * (1 - (told === null ? 0 : 0.5));
  return {
    value: tenths(value),
    low: tenths(value - reach),
    high: tenths(value + reach),
    reason: null,
    whereYouAre: tenths(value),
    parts,
    provisional: false,
    evidence,
  };
}

/** Posts by which somebody came back: without one of them, less is carried. */
function evidenceOf({ line }: Prepared, carried: Carried, raw: Without): Evidence[] {
  return carried.threads
    .filter(({ post }) => post >= 0)
    .slice(0, tried)
    .filter(({ post }) => (raw(post) ?? 0) < carried.raw!)
    .slice(0, shown)
    .map(({ post, returning, days }) => ({
      id: line.id(post),
      why: `by it somebody came back to a thread that was alive on ${days} days, to which ${returning.length} people came back`,
    }));
}

const share = (all: readonly DecisionInput[], holds: (one: DecisionInput) => boolean) =>
  all.filter(holds).length / all.length;

/** Somebody built on it later: a message links to the decision. */
function isUsed({ line }: Prepared, window: Window, { id, closedAt }: DecisionInput): boolean {
  for (const [post, refs] of line.refs)
    if (post < window.high && line.at[post]! > closedAt! && line.kind[line.actor[post]!] === 0 && refs.includes(id))
      return true;
  return false;
}
