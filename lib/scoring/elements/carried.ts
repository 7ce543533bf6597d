import type { Prepared, Window } from "../graph/window";
import type { Ties } from "./ties";

/** At this share of days, or above, a community lives in what it carries. */
export const fullCarried = 0.6;

export interface Carried {
  /** Share of member-days spent by returning people in carried threads, 0 to 1; null when there are no threads. */
  readonly raw: number | null;
  readonly threads: readonly CarriedThread[];
  readonly days: number;
}

export interface CarriedThread {
  readonly thread: number;
  readonly returning: readonly number[];
  readonly days: number;
  /** A post without which somebody would not have come back; -1 when there is none. */
  readonly post: number;
}

interface Thread {
  /** Of each, the days, each with its post, or -1 when there were more. */
  readonly people: Map<number, Map<number, number>>;
}

/**
 * A thread is carried when it is active on three days or more, three people came back to it on a later day, and two of
 * those who came back, neither of them the one who opened it, are tied to each other: a ticket hangs on who asks.
 */
export function carriedOf(
  prepared: Prepared,
  window: Window,
  ties: Ties,
  group: ReadonlySet<number>,
  space = -1,
  leftOut = -1,
): Carried {
  const { line } = prepared;
  const threads = new Map<number, Thread>();
  const memberDays = new Map<number, number>();
  const seen = new Set<number>();
  const span = window.to - window.from + 1;
  for (let i = window.low; i < window.high; i++) {
    const member = line.actor[i]!;
    if (line.kind[member] !== 0 || i === leftOut || (space >= 0 && line.space[i] !== space)) continue;
    const day = line.day[i]! - window.from;
    const key = member * span + day;
    if (!seen.has(key)) {
      seen.add(key);
      memberDays.set(member, (memberDays.get(member) ?? 0) + 1);
    }
    const where = line.thread[i]!;
    // Whom nobody knows yet carries nothing, however often they come back.
    if (window.established[member] === 0 && window.addressed[member] === 0) continue;
    if (where < 0 || prepared.repeated[i] === 1) continue;
    let thread = threads.get(where);
    if (!thread) {
      thread = { people: new Map() };
      threads.set(where, thread);
    }
    const days = thread.people.get(member);
    if (days) days.set(day, days.has(day) ? -1 : i);
    else thread.people.set(member, new Map([[day, i]]));
  }
  if (threads.size === 0) return { raw: null, threads: [], days: 0 };
  const carried = [...threads].flatMap(([where, thread]) => {
    const found = judge(prepared, where, thread, ties, group, -1);
    return found ? [found] : [];
  });
  carried.sort((a, b) => b.returning.length - a.returning.length || b.days - a.days || a.post - b.post);
  const all = [...memberDays.values()].reduce((sum, days) => sum + days, 0);
  let raw = all > 0 ? spent(carried, threads, span, -1) / all : 0;
  for (const without of widest(carried, memberDays)) {
    const rest = carried.flatMap(
      (one) => judge(prepared, one.thread, threads.get(one.thread)!, ties, group, without) ?? [],
    );
    const days = all - (memberDays.get(without) ?? 0);
    if (days > 0) raw = Math.min(raw, spent(rest, threads, span, without) / days);
  }
  return { raw, threads: carried, days: all };
}

function judge(
  { opener }: Prepared,
  where: number,
  thread: Thread,
  ties: Ties,
  group: ReadonlySet<number>,
  without: number,
): CarriedThread | undefined {
  const days = new Set<number>();
  const returning: number[] = [];
  for (const [member, own] of thread.people) {
    if (member === without) continue;
    for (const day of own.keys()) days.add(day);
    if (own.size >= 2) returning.push(member);
  }
  if (days.size < 3 || returning.length < 3) return undefined;
  const others = returning.filter((one) => one !== opener[where] && group.has(one));
  const tied = others.some((one) => others.some((other) => other !== one && ties.get(one)?.has(other)));
  return tied ? { thread: where, returning, days: days.size, post: decisive(thread, returning) } : undefined;
}

function decisive(thread: Thread, returning: readonly number[]): number {
  for (const member of returning) {
    const own = thread.people.get(member)!;
    if (own.size === 2) for (const post of own.values()) if (post >= 0) return post;
  }
  return -1;
}

function spent(carried: readonly CarriedThread[], threads: Map<number, Thread>, span: number, without: number): number {
  const days = new Set<number>();
  for (const { thread, returning } of carried)
    for (const member of returning)
      if (member !== without)
        for (const day of threads.get(thread)!.people.get(member)!.keys()) days.add(member * span + day);
  return days.size;
}

/** The two who came back to most carried threads, and the two who were there on most days. */
function widest(carried: readonly CarriedThread[], memberDays: Map<number, number>): number[] {
  const wide = new Map<number, number>();
  for (const { returning } of carried) for (const one of returning) wide.set(one, (wide.get(one) ?? 0) + 1);
  const most = (of: (member: number) => number) => [...wide.keys()].sort((a, b) => of(b) - of(a) || a - b).slice(0, 2);
  return [...new Set([...most((one) => wide.get(one)!), ...most((one) => memberDays.get(one) ?? 0)])];
}
