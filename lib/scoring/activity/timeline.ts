import type { DecisionInput } from "../input";
import type { Collector } from "./collect";
import type { Column } from "./columns";
import type { DayOf } from "./days";
import { mix } from "./hash";

/** Everything that happened, in order of time; people in the order in which they came. Numbers only. */
export interface Timeline {
  readonly posts: number;
  readonly at: Float64Array;
  readonly day: Int32Array;
  readonly actor: Int32Array;
  /** Of 0 and more: a thread. Below: the flow of a space, which has no opener. */
  readonly thread: Int32Array;
  readonly space: Int32Array;
  /** The post that is answered or quoted, or -1. */
  readonly answers: Int32Array;
  readonly hash: Float64Array;
  readonly offer: Uint8Array;
  readonly wordsFrom: Int32Array;
  readonly wordsTo: Int32Array;
  readonly words: Column;
  readonly places: Column;
  readonly terms: readonly string[];
  readonly mentions: ReadonlyMap<number, readonly number[]>;
  readonly quoted: ReadonlyMap<number, readonly number[]>;
  readonly refs: ReadonlyMap<number, readonly string[]>;
  readonly id: (post: number) => string;
  readonly actors: number;
  readonly kind: Uint8Array;
  readonly firstDay: Int32Array;
  readonly actorId: (actor: number) => string;
  readonly threads: number;
  readonly spaces: readonly string[];
  readonly closedSpaces: ReadonlySet<number>;
  readonly memberships: readonly Membership[];
  readonly decisions: readonly DecisionInput[];
  /** The day of the newest activity, or the one asked for. */
  readonly asOf: number;
}

export interface Membership {
  readonly actor: number;
  readonly group: string;
  readonly from: number;
  readonly to: number;
  readonly bought: boolean;
}

/**
 * Puts what was collected in order. Equal moments are ordered by content, people by when they came and what they
 * said, so no name or id decides anything.
 */
export function timelineOf(all: Collector, dayOf: DayOf, asOfDay?: number): Timeline {
  const signature = signatures(all);
  const kept: number[] = [];
  for (let i = 0; i < all.at.length; i++) if (asOfDay === undefined || dayOf(all.at.get(i)) <= asOfDay) kept.push(i);
  const byTime = (a: number, b: number) =>
    all.at.get(a) - all.at.get(b) ||
    all.hash.get(a) - all.hash.get(b) ||
    signature[all.actor.get(a)]! - signature[all.actor.get(b)]!;
  if (kept.some((post, i) => i > 0 && byTime(kept[i - 1]!, post) > 0)) kept.sort(byTime);

  const n = kept.length;
  const actorNumber = new Int32Array(all.actors.list.length).fill(-1);
  const came: number[] = [];
  for (let from = 0; from < n; ) {
    // Who came in the same moment with the same words is ordered by all they said.
    let to = from + 1;
    while (to < n && all.at.get(kept[to]!) === all.at.get(kept[from]!)) to++;
    for (let i = from; i < to; i++) {
      const actor = all.actor.get(kept[i]!);
      if (actorNumber[actor] === -1) {
        actorNumber[actor] = came.length;
        came.push(actor);
      }
    }
    from = to;
  }
  for (let actor = 0; actor < actorNumber.length; actor++)
    if (actorNumber[actor] === -1) {
      actorNumber[actor] = came.length;
      came.push(actor);
    }

  const take = <T extends Float64Array | Int32Array | Uint8Array>(into: T, column: Column): T => {
    for (let i = 0; i < n; i++) into[i] = column.get(kept[i]!);
    return into;
  };
  const at = take(new Float64Array(n), all.at);
  const day = new Int32Array(n);
  for (let i = 0; i < n; i++) day[i] = dayOf(at[i]!);
  const actor = take(new Int32Array(n), all.actor);
  for (let i = 0; i < n; i++) actor[i] = actorNumber[actor[i]!]!;
  const firstDay = new Int32Array(came.length).fill(2_147_483_647);
  for (let i = n - 1; i >= 0; i--) firstDay[actor[i]!] = day[i]!;

  const postOfId = new Int32Array(all.ids.list.length).fill(-1);
  for (let i = 0; i < n; i++) postOfId[all.id.get(kept[i]!)] = i;
  const place = new Int32Array(all.at.length).fill(-1);
  for (let i = 0; i < n; i++) place[kept[i]!] = i;

  const mentions = new Map<number, number[]>();
  const people = (post: number, found: readonly number[]) => {
    const where = place[post]!;
    if (where >= 0 && found.length > 0)
      mentions.set(
        where,
        [...new Set([...(mentions.get(where) ?? []), ...found])].sort((a, b) => a - b),
      );
  };
  for (const [post, found] of all.addressed)
    people(
      post,
      found.map((one) => actorNumber[one]!),
    );
  for (const [post, names] of all.addressedNames)
    people(
      post,
      names.flatMap((name) => {
        const one = all.nameOf.get(name.toLowerCase());
        return one === undefined ? [] : [actorNumber[one]!];
      }),
    );
  const moved = <T, U>(from: ReadonlyMap<number, T>, change: (value: T) => U) =>
    new Map([...from].flatMap(([post, value]) => (place[post]! < 0 ? [] : [[place[post]!, change(value)] as const])));

  const idOf = take(new Int32Array(n), all.id);
  const wordsFrom = take(new Int32Array(n), all.wordsFrom);
  const wordsTo = new Int32Array(n);
  for (let i = 0; i < n; i++)
    wordsTo[i] = kept[i]! + 1 < all.at.length ? all.wordsFrom.get(kept[i]! + 1) : all.words.length;
  const answers = take(new Int32Array(n), all.answers);
  for (let i = 0; i < n; i++) answers[i] = answers[i]! < 0 ? -1 : postOfId[answers[i]!]!;
  const kind = new Uint8Array(came.length);
  came.forEach((one, number) => {
    kind[number] = all.kindOf[one] ?? 0;
  });
  return {
    posts: n,
    at,
    day,
    actor,
    thread: take(new Int32Array(n), all.thread),
    space: take(new Int32Array(n), all.space),
    answers,
    hash: take(new Float64Array(n), all.hash),
    offer: take(new Uint8Array(n), all.offer),
    wordsFrom,
    wordsTo,
    words: all.words,
    places: all.places,
    terms: all.terms.list,
    mentions,
    quoted: moved(all.quoted, (ids) => ids.map((id) => postOfId[id]!).filter((post) => post >= 0)),
    refs: moved(all.refs, (refs) => refs),
    id: (post) => all.ids.list[idOf[post]!]!,
    actors: came.length,
    kind,
    firstDay,
    actorId: (number) => all.actors.list[came[number]!]!,
    threads: all.threads.list.length,
    spaces: all.spaces.list,
    closedSpaces: all.closedSpaces,
    memberships: all.memberships.map((one) => ({ ...one, actor: actorNumber[one.actor]! })),
    decisions: all.decisions,
    asOf: asOfDay ?? (n > 0 ? day[n - 1]! : 0),
  };
}

const weekMs = 604_800_000;

/** Of each person: what they said and when in the week, whatever they are called. */
function signatures(all: Collector): Float64Array {
  const sums = new Float64Array(all.actors.list.length);
  for (let i = 0; i < all.at.length; i++) {
    const actor = all.actor.get(i);
    // Modulo keeps the sum exact, so that the order of adding is of no matter.
    const week = ((all.at.get(i) % weekMs) + weekMs) % weekMs;
    sums[actor] = (sums[actor]! + (mix(all.hash.get(i), week) % 4_503_599_627_370_496)) % 4_503_599_627_370_496;
  }
  return sums;
}
