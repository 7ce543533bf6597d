import { isoDay } from "./activity/days";
import type { Timeline } from "./activity/timeline";
import { carriedOf } from "./elements/carried";
import { interactionOf } from "./elements/interaction";
import { interactionElement, interactionScore } from "./elements/interaction-element";
import { meaningElement, meaningOf, type Reference } from "./elements/meaning";
import { carriedScore, stakesElement } from "./elements/stakes";
import { standingElement } from "./elements/standing";
import { prepare } from "./graph/prepare";
import { enough, type Prepared, type Window, windowDays, windowOf } from "./graph/window";
import { balanceOf } from "./incentives/balance";
import { lexiconOf } from "./lexicon/lexicon";
import {
  type Elements,
  elementNames,
  methodVersion,
  notEnough,
  nothing,
  notVisible,
  type Report,
  type SpaceRow,
  tenths,
  type WindowRow,
} from "./output";

export interface Options {
  readonly seed: number;
  /** How common words are in general, and product names that are nobody's own words. */
  readonly reference: Reference;
}

/** Under this share of guessed answers the edges are as good as told. */
const fewGuesses = 0.2;

export interface Scored {
  readonly report: Report;
  /** The last day of the window that is shown. */
  readonly to: number | null;
  readonly prepared: Prepared;
}

export function scoreOf(line: Timeline, options: Options): Scored {
  const steps = scoring(line, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a week at a time: each step hands out the window it has counted, so that whoever must not be kept waiting can do something else in between. */
export function* scoring(line: Timeline, options: Options): Generator<Window, Scored> {
  const prepared = prepare(line);
  const ends = windowEnds(prepared);
  const rows: WindowRow[] = [];
  let shown: number | null = null;
  for (const to of ends) {
    const window = windowOf(prepared, to);
    const isEnough = enough(window);
    if (isEnough) shown = to;
    rows.push(rowOf(prepared, window, isEnough, options));
    yield window;
  }
  const to = shown ?? ends.at(-1) ?? null;
  if (to === null) return { report: empty(), to, prepared };
  const { elements, window, meaning } = elementsOf(prepared, to, options, true);
  const told = window.edges === 0 || window.guessed / window.edges <= fewGuesses;
  return {
    to,
    prepared,
    report: {
      method: methodVersion,
      window: { from: isoDay(window.from), to: isoDay(window.to) },
      members: window.active.size,
      posts: window.posts,
      trust: told ? "high" : "low",
      elements,
      spaces: spacesOf(prepared, window),
      windows: rows,
      incentives: balanceOf(line, window),
      lexicon: lexiconOf(prepared, window, meaning),
    },
  };
}

/** The last days of all windows, a week apart, the newest last. The first begins where the activity does. */
export function windowEnds({ line, firstDay }: Prepared): number[] {
  if (line.posts === 0) return [];
  const ends = [line.asOf];
  for (let to = line.asOf - 7; to - windowDays + 1 >= firstDay - 6; to -= 7) ends.unshift(to);
  return ends;
}

/** The four elements of one window. */
export function elementsOf(prepared: Prepared, to: number, options: Options, tellWhy: boolean) {
  const window = windowOf(prepared, to);
  const isEnough = enough(window);
  const found = interactionOf(window, options.seed, true);
  const carried = carriedOf(prepared, window, found.ties, found.group);
  const withoutPost = (post: number) => carriedOf(prepared, window, found.ties, found.group, -1, post).raw;
  const meaning = meaningOf(prepared, window, found, options.reference, options.seed, true);
  const elements: Elements = {
    interaction: interactionElement(prepared, window, found, tellWhy),
    meaning: meaningElement(prepared, meaning, isEnough),
    stakes: stakesElement(prepared, window, carried, isEnough, tellWhy ? withoutPost : undefined),
    standing: standingElement(prepared, window, found.ties, isEnough, options.seed),
  };
  return { elements, window, meaning };
}

function rowOf(prepared: Prepared, window: Window, isEnough: boolean, options: Options): WindowRow {
  const days = { from: isoDay(window.from), to: isoDay(window.to) };
  if (!isEnough) return { ...days, interaction: null, meaning: null, stakes: null, standing: null };
  const found = interactionOf(window, options.seed, false);
  const hasDecisions = prepared.line.decisions.length > 0;
  const stakes = hasDecisions
    ? stakesElement(prepared, window, carriedOf(prepared, window, found.ties, found.group), true).value
    : null;
  const meaning = meaningOf(prepared, window, found, options.reference, options.seed, false);
  const standing =
    prepared.line.memberships.length > 0
      ? standingElement(prepared, window, found.ties, true, options.seed).value
      : null;
  return {
    ...days,
    interaction: tenths(interactionScore(found.raw)),
    meaning: meaning.value === null ? null : tenths(meaning.value),
    stakes,
    standing,
  };
}

const mostSpaces = 200;

function spacesOf(prepared: Prepared, window: Window): SpaceRow[] {
  const { line } = prepared;
  const posts = new Map<number, number>();
  for (let i = window.low; i < window.high; i++)
    if (line.kind[line.actor[i]!] === 0) posts.set(line.space[i]!, (posts.get(line.space[i]!) ?? 0) + 1);
  const whole = interactionOf(window, 0, false);
  return [...posts]
    .map(([space, count]) => ({ space, name: line.spaces[space]!, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostSpaces)
    .map(({ space, name, count }) => {
      const own = windowOf(prepared, window.to, (post) => line.space[post] === space);
      const isEnough = enough(own);
      const carried =
        count >= 50 && own.active.size >= 5 ? carriedOf(prepared, window, whole.ties, whole.group, space).raw : null;
      return {
        space: name,
        posts: count,
        interaction: isEnough ? tenths(interactionScore(interactionOf(own, 0, false).raw)) : null,
        carried: carried === null ? null : tenths(carriedScore(carried)),
      };
    });
}

function empty(): Report {
  const elements = Object.fromEntries(
    elementNames.map((name) => [name, nothing(name === "stakes" ? notVisible : notEnough)]),
  ) as unknown as Elements;
  return {
    method: methodVersion,
    window: { from: null, to: null },
    members: 0,
    posts: 0,
    trust: "high",
    elements,
    spaces: [],
    windows: [],
    incentives: { offers: 0, brandMessages: 0, share: null, low: null, high: null, reason: notEnough },
    lexicon: [],
  };
}
