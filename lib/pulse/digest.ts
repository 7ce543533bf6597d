import { dayMs, isoDay } from "@/lib/scoring/activity/days";
import { carriedOf } from "@/lib/scoring/elements/carried";
import { interactionOf } from "@/lib/scoring/elements/interaction";
import { insidersOf } from "@/lib/scoring/elements/standing";
import { bits, tiesOf } from "@/lib/scoring/elements/ties";
import { type Pair, type Prepared, type Window, windowOf } from "@/lib/scoring/graph/window";
import { interactionWith, mostTried } from "@/lib/scoring/moves";
import { type Element, type ElementName, type Evidence, elementNames } from "@/lib/scoring/output";
import type { Scored } from "@/lib/scoring/score";
import type { Figure, Lapsing, Proof, PulseResult, Tie, TiesThen } from "./result";

// Its own file because it is pure: what is kept of a score, made of its numbers alone.

/** Of the ties, those that are shown: more than a few dozen lines are no figure. */
const shownTies = 40;
/** After these many weeks without an exchange a tie of eight weeks is about to end. */
const silentWeeks = 2;

/** @param then what was counted of each week on the way */
export function digestOf({ report, to, prepared }: Scored, then: readonly TiesThen[], words: number): PulseResult {
  const window = to === null ? undefined : windowOf(prepared, to);
  const found = window && interactionOf(window, 0, false);
  const carried = window && found ? carriedOf(prepared, window, found.ties, found.group).threads : [];
  const pairs = window ? tiedPairs(window) : [];
  const tie = (pair: Pair) => tieOf(prepared, pair);
  return {
    window: report.window,
    members: report.members,
    posts: report.posts,
    trust: report.trust,
    elements: Object.fromEntries(elementNames.map((name) => [name, figureOf(report.elements[name])])) as Record<
      ElementName,
      Figure
    >,
    windows: report.windows,
    counts: {
      tied: found?.tied ?? 0,
      words,
      carried: carried.length,
      returning: new Set(carried.flatMap(({ returning }) => returning)).size,
      insiders: window ? insidersOf(prepared, window).insiders.size : 0,
      brandThreads: window?.brandThreads ?? 0,
      brandExchanges: window?.brandExchanges.size ?? 0,
    },
    rhythm: window ? rhythmOf(prepared, window) : [],
    tiesThen: then,
    ties: pairs.slice(0, shownTies).map(tie),
    tiesInAll: tiesThenOf(window),
    lapsing: window ? lapsingOf(prepared, window, pairs, report.elements.interaction.value !== null) : [],
  };
}

/** How many ties there are in a window, and between how many people. */
export function tiesThenOf(window: Window | undefined): { people: number; ties: number } {
  if (!window) return { people: 0, ties: 0 };
  return { people: tiesOf(window).size, ties: tiedPairs(window).length };
}

/** Who answered each other in two weeks or more, the strongest first. */
const tiedPairs = (window: Window): Pair[] =>
  [...window.pairs.values()]
    .filter((pair) => bits(pair.weeks) >= 2)
    .sort((one, other) => bits(other.weeks) - bits(one.weeks) || one.a - other.a || one.b - other.b);

const lastWeek = (pair: Pair) => 31 - Math.clz32(pair.weeks);
const isLapsing = (pair: Pair) => lastWeek(pair) < 8 - silentWeeks;

function lapsingOf(prepared: Prepared, window: Window, pairs: readonly Pair[], valued: boolean): Lapsing[] {
  const tried = pairs.filter(isLapsing).slice(0, mostTried);
  return tried
    .map((pair) => ({
      ...tieOf(prepared, pair),
      would: valued ? interactionWith(prepared, window, pair.a, pair.b) : null,
    }))
    .sort((one, other) => (other.would ?? 0) - (one.would ?? 0));
}

function tieOf({ line }: Prepared, pair: Pair): Tie {
  const post = pair.posts[lastWeek(pair)]!;
  return {
    a: line.actorId(pair.a),
    b: line.actorId(pair.b),
    weeks: bits(pair.weeks),
    post: line.id(post),
    last: isoDay(line.day[post]!),
  };
}

const figureOf = ({ evidence, reason: _, ...element }: Element): Figure => ({
  ...element,
  evidence: evidence.map(proofOf),
});

/** The sentence is said in the reader's language, so its numbers are kept and not its words, which may be somebody's own. */
function proofOf({ id, why, span }: Evidence): Proof {
  const figures = [...why.replaceAll(/"[^"]*"/g, "").matchAll(/\d+/g)].map(([found]) => Number(found));
  return { post: id, figures, ...(span && { span }) };
}

/** 1 January 1970 was a Thursday. */
const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;

function rhythmOf({ line }: Prepared, window: Window): PulseResult["rhythm"] {
  const posts = new Array<number>(7).fill(0);
  const days = Array.from({ length: 7 }, () => new Set<number>());
  for (let i = window.low; i < window.high; i++) {
    if (line.kind[line.actor[i]!] !== 0) continue;
    const day = weekday(line.day[i]!);
    posts[day]! += 1;
    days[day]!.add(line.actor[i]! * 60 + (line.day[i]! - window.from));
  }
  return posts.map((count, day) => ({ posts: count, days: days[day]!.size }));
}

/** A day of the calendar as the day of the method. */
export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs;
