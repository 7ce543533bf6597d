import type { HearthElement } from "@/components/figures/hearth-element";
import { paths } from "@/lib/paths";
import type { Snapshot } from "@/lib/pulse/queries";
import type { Words } from "@/lib/text";

export const order = ["interaction", "meaning", "stakes", "standing"] as const;
export type Name = (typeof order)[number];
export const isName = (text: string | undefined): text is Name => order.some((name) => name === text);

type Result = Snapshot["result"];
type Said = { words: Words; outside: boolean };

/** Whole numbers: what follows the point means nothing beside the interval. */
export const whole = (value: number) => String(Math.round(value));

/** The four petals, each with its number, its interval or why there is none. */
export function petals(slug: string, result: Result, { words }: Said) {
  const w = words.pulse;
  return order.map((name): HearthElement => {
    const { value, low, high } = result.elements[name];
    const href = paths.pulse(slug, name);
    if (value === null || low === null || high === null)
      return { name: w.elements[name], score: null, scoreText: w.notYet, rangeText: w.notEnough, href };
    const rangeText = w.between({ low: whole(low), high: whole(high) });
    return { name: w.elements[name], score: value, low, high, scoreText: whole(value), rangeText, href };
  }) as [HearthElement, HearthElement, HearthElement, HearthElement];
}

/** What the figure says, in one sentence with counts from the rows. */
export function sentenceOf(name: Name, { counts, members }: Result, { words, outside }: Said): string {
  const s = words.pulse.sentences;
  if (name === "interaction") return s.interaction({ n: counts.tied, all: members });
  if (name === "meaning") return counts.words === 0 ? s.noWord : s.meaning({ n: counts.words });
  if (name === "stakes")
    return counts.carried === 0 ? s.noThread : s.stakes({ n: counts.carried, people: counts.returning });
  return outside ? s.standingOutside : s.standing({ n: counts.insiders, all: members });
}

/** Why there is no score, with what there is. */
export function whyNot(name: Name, { elements, counts, members, posts }: Result, { words, outside }: Said) {
  const w = words.pulse.why;
  if (elements[name].value !== null) return null;
  if (name === "standing" && outside) return w.standingOutside;
  if (elements.interaction.value === null) return w.few({ n: posts, by: members });
  if (name === "meaning") return w.meaning({ n: counts.words });
  return name === "stakes" ? w.stakes : w.standing({ n: counts.insiders });
}

/** Eight weeks before the window that is shown. */
export function before<Row extends { to: string }>(rows: readonly Row[], { window }: Result): Row | undefined {
  return rows[rows.findIndex(({ to }) => to === window.to) - 8];
}

/** A change is one when the figure of then lies outside of what the data allow now. */
export function trendOf(name: Name, result: Result, { words }: Said): string {
  const t = words.pulse.trend;
  const { value, low, high } = result.elements[name];
  const then = before(result.windows, result)?.[name];
  if (value === null || low === null || high === null || then === null || then === undefined) return t.none;
  const said = { before: whole(then) };
  if (whole(then) === whole(value)) return t.equal;
  return then < low ? t.up(said) : then > high ? t.down(said) : t.same(said);
}

/** The finding that stands above all: how much people talk back and forth. */
export function headlineOf({ elements }: Result, { words }: Said): string {
  const h = words.pulse.headlines;
  const { value } = elements.interaction;
  if (value === null) return h.none;
  return value >= 55 ? h.many : value >= 20 ? h.some : h.few;
}
