import type { Timeline } from "../activity/timeline";

export const windowDays = 56;
export const windowWeeks = 8;

/** Who talked back and forth with whom, on which days of the window. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  /** One bit a week. */
  weeks: number;
  /** One number of seven bits a week. */
  readonly days: Uint8Array;
  /** When they first did, in the window. */
  first: number;
  /** The posts that completed an exchange, the last of each week, and how many did. */
  readonly posts: Int32Array;
  readonly times: Uint16Array;
}

export interface Window {
  readonly from: number;
  readonly to: number;
  /** The posts of the window: from (with) to (without). */
  readonly low: number;
  readonly high: number;
  readonly pairs: Map<number, Pair>;
  /** One bit a week for who was active. Members only. */
  readonly active: Map<number, number>;
  /** Posts of members. */
  readonly written: Map<number, number>;
  readonly posts: number;
  readonly edges: number;
  readonly guessed: number;
  /** They stood before the window, or those who did answered them. */
  readonly established: Uint8Array;
  /** Somebody established spoke to them. */
  readonly addressed: Uint8Array;
  /** To whom each post of the window speaks: low-based; -1 for nobody. */
  readonly target: Int32Array;
  readonly brandExchanges: ReadonlySet<number>;
  readonly brandThreads: number;
}

/** What is the same for every window of one timeline. */
export interface Prepared {
  readonly line: Timeline;
  readonly repeated: Uint8Array;
  readonly guess: boolean;
  /** Who opened each thread. */
  readonly opener: Int32Array;
  /** Where the file begins. */
  readonly firstDay: number;
}

const exchangeMs = 7 * 86_400_000;
const guessMs = 72 * 3_600_000;
/** A file that holds little before a window: who came in its first days counts as having stood there. */
const youngDays = 28;
const settledDays = 14;

/** The first post on a day or after it. */
export function postFrom(line: Timeline, day: number): number {
  let low = 0;
  let high = line.posts;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (line.day[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const pairKey = (a: number, b: number, actors: number) => (a < b ? a * actors + b : b * actors + a);

/** One window of 8 weeks that ends on a day; `within` narrows it to some posts, say of one space. */
export function windowOf(prepared: Prepared, to: number, within?: (post: number) => boolean): Window {
  const { line, repeated, guess, firstDay } = prepared;
  const { actor, at, day, thread, answers, kind, mentions, quoted, actors } = line;
  const from = to - windowDays + 1;
  const low = postFrom(line, from);
  const high = postFrom(line, to + 1);
  const young = from - firstDay < youngDays;
  const standsBefore = young ? Math.max(from, firstDay) + settledDays : from;
  const stood = (one: number) => line.firstDay[one]! < standsBefore;

  const established = new Uint8Array(actors);
  const addressed = new Uint8Array(actors);
  for (let i = low; i < high; i++) if (stood(actor[i]!)) established[actor[i]!] = 1;
  for (let i = low; i < high; i++) {
    if (!stood(actor[i]!) || repeated[i] === 1) continue;
    const target = answers[i]!;
    if (target >= 0 && actor[target] !== actor[i]) established[actor[target]!] = addressed[actor[target]!] = 1;
    for (const one of mentions.get(i) ?? []) if (one !== actor[i]) established[one] = addressed[one] = 1;
  }

  const pairs = new Map<number, Pair>();
  const active = new Map<number, number>();
  const written = new Map<number, number>();
  const spoken = new Map<number, number>();
  const lasts = new Map<number, [who: number, when: number, other: number, whenOther: number]>();
  const brandExchanges = new Set<number>();
  const brandThreads = new Set<number>();
  const target = new Int32Array(high - low).fill(-1);
  let edges = 0;
  let guessed = 0;
  let posts = 0;

  const speaks = (post: number, to: number) => {
    const me = actor[post]!;
    if (me === to) return;
    edges += 1;
    if (target[post - low] === -1) target[post - low] = to;
    const where = thread[post]! < 0 ? line.threads - thread[post]! : thread[post]!;
    const key = (where * actors + me) * actors + to;
    const back = spoken.get((where * actors + to) * actors + me);
    spoken.set(key, at[post]!);
    if (established[me] === 1) addressed[to] = 1;
    if (back === undefined || at[post]! - back > exchangeMs) return;
    if (kind[me]! > 0 || kind[to]! > 0) {
      if (kind[me] === 1 || kind[to] === 1) brandExchanges.add(thread[post]!);
      return;
    }
    const week = Math.floor((day[post]! - from) / 7);
    const pk = pairKey(me, to, actors);
    let pair = pairs.get(pk);
    if (!pair) {
      const [a, b] = me < to ? [me, to] : [to, me];
      pair = {
        a,
        b,
        weeks: 0,
        days: new Uint8Array(windowWeeks),
        first: at[post]!,
        posts: new Int32Array(windowWeeks).fill(-1),
        times: new Uint16Array(windowWeeks),
      };
      pairs.set(pk, pair);
    }
    pair.weeks |= 1 << week;
    pair.days[week]! |= 1 << ((day[post]! - from) % 7);
    pair.posts[week] = post;
    pair.times[week]! += 1;
  };
  for (let i = low; i < high; i++) {
    const me = actor[i]!;
    if (within && !within(i)) continue;
    const type = kind[me]!;
    const where = thread[i]!;
    if (type === 0) {
      posts += 1;
      active.set(me, (active.get(me) ?? 0) | (1 << Math.floor((day[i]! - from) / 7)));
      written.set(me, (written.get(me) ?? 0) + 1);
    }
    const opener = where < 0 ? -1 : prepared.opener[where]!;
    if (opener >= 0 && kind[opener] === 1) brandThreads.add(where);
    if (repeated[i] === 1 || type >= 2) continue;
    if (answers[i]! >= 0) {
      speaks(i, actor[answers[i]!]!);
      for (const quote of quoted.get(i) ?? []) if (quote !== answers[i]) speaks(i, actor[quote]!);
    } else if (quoted.has(i)) for (const quote of quoted.get(i)!) speaks(i, actor[quote]!);
    else if (mentions.has(i)) for (const one of mentions.get(i)!) speaks(i, one);
    else if (guess || where < 0) {
      const last = lasts.get(where);
      if (last) {
        const [who, when, other, whenOther] = last;
        const [to, then] = who === me ? [other, whenOther] : [who, when];
        if (to >= 0 && at[i]! - then <= guessMs) {
          guessed += 1;
          speaks(i, to);
        }
      }
    } else if (opener >= 0 && opener !== me) speaks(i, opener);
    if (established[me] === 1) {
      const last = lasts.get(where);
      if (!last) lasts.set(where, [me, at[i]!, -1, 0]);
      else if (last[0] === me) last[1] = at[i]!;
      else lasts.set(where, [me, at[i]!, last[0], last[1]]);
    }
  }
  const brand = new Set([...brandExchanges].filter((one) => brandThreads.has(one)));
  return {
    from,
    to,
    low,
    high,
    pairs,
    active,
    written,
    posts,
    edges,
    guessed,
    established,
    addressed,
    target,
    brandExchanges: brand,
    brandThreads: brandThreads.size,
  };
}

const strangersPosts = 10;

/**
 * Enough to say anything: 10 active members with 100 posts. An account that is new, writes much, and is addressed by
 * nobody who was there before is not counted, so that a flood cannot make a score where there was none.
 */
export function enough(window: Window): boolean {
  let members = 0;
  let posts = 0;
  for (const [member, count] of window.written) {
    const stranger = window.established[member] === 0 && window.addressed[member] === 0 && count > strangersPosts;
    if (stranger) continue;
    members += 1;
    posts += count;
  }
  return members >= 10 && posts >= 100;
}
