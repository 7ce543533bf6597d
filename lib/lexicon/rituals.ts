// Its own file because it is pure: threads that somebody begins again and again, found by their titles and days.

/** A thread with the day it was begun. */
export interface Begun {
  readonly id: string;
  readonly title: string;
  /** Days since 1970. */
  readonly day: number;
  /** Members who spoke in it. */
  readonly people: readonly string[];
}

export interface Ritual {
  /** The latest first. */
  readonly threads: readonly string[];
  /** Days from one to the next, as a rule. */
  readonly every: number;
}

/** So often, and in so many weeks. */
export const fewest = 4;
/** A title that comes more than twice a week is a habit of naming, and one that comes every other month no custom yet. */
const shortest = 3;
const longest = 45;
/** Of the distances, so many lie within half of the usual one and twice of it. */
const regular = 0.6;
/** Who came to three of them returns; with fewer than three who do, it is somebody's own. */
export const comings = 3;
const returning = 3;
const most = 20;
const threadsTold = 30;

/** @param locale the community's: its names of months and days, and the English ones, say which time it was, and not what */
export function ritualsAmong(threads: readonly Begun[], locale: string): Ritual[] {
  const times = timeWords(locale);
  const alike = new Map<string, Begun[]>();
  for (const thread of threads) {
    const key = patternOf(thread.title, times);
    if (key) alike.set(key, [...(alike.get(key) ?? []), thread]);
  }
  return [...alike.values()]
    .flatMap((some) => ritualOf(some) ?? [])
    .sort((a, b) => b.back - a.back || b.all - a.all || (a.threads[0]! < b.threads[0]! ? -1 : 1))
    .slice(0, most)
    .map(({ threads: ids, every }) => ({ threads: ids, every }));
}

/** A title without what changes from one time to the next: numbers, and names of months and days. */
function patternOf(title: string, times: ReadonlySet<string>): string {
  const words =
    title
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  const kept = words.filter((word) => !/\p{N}/u.test(word) && !/^(st|nd|rd|th)$/.test(word) && !times.has(word));
  const pattern = kept.join(" ");
  return [...pattern].length >= 3 || /\p{Script=Han}{2}/u.test(pattern) ? pattern : "";
}

function ritualOf(some: readonly Begun[]) {
  if (some.length < fewest || new Set(some.map(({ day }) => Math.floor(day / 7))).size < fewest) return undefined;
  const days = some.map(({ day }) => day).sort((a, b) => a - b);
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const every = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
  if (every < shortest || every > longest) return undefined;
  if (gaps.filter((gap) => gap >= every / 2 && gap <= every * 2).length < regular * gaps.length) return undefined;
  const came = new Map<string, number>();
  for (const { people } of some) for (const one of new Set(people)) came.set(one, (came.get(one) ?? 0) + 1);
  const back = [...came.values()].filter((times) => times >= comings).length;
  if (back < returning) return undefined;
  const latest = [...some].sort((a, b) => b.day - a.day || (a.id < b.id ? -1 : 1));
  return { threads: latest.slice(0, threadsTold).map(({ id }) => id), every, back, all: some.length };
}

function timeWords(locale: string): Set<string> {
  const words = new Set<string>();
  const monthOf = (at: number) => new Date(Date.UTC(2026, at, 1));
  // 5 January 2026 was a Monday.
  const dayOf = (at: number) => new Date(Date.UTC(2026, 0, 5 + at));
  for (const language of new Set([locale, "en"]))
    for (const length of ["long", "short"] as const) {
      const month = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
      const weekday = new Intl.DateTimeFormat(language, { weekday: length, timeZone: "UTC" });
      for (let at = 0; at < 12; at++) add(month.format(monthOf(at)));
      for (let at = 0; at < 7; at++) add(weekday.format(dayOf(at)));
    }
  return words;

  function add(name: string) {
    for (const word of name
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [])
      words.add(word);
  }
}
