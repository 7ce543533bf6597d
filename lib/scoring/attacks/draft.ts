import type { Membership, Timeline } from "../activity/timeline";
import { prepare } from "../graph/prepare";
import { type Prepared, postFrom, windowDays } from "../graph/window";
import type { Random } from "../random";

interface Row {
  at: number;
  day: number;
  actor: number;
  thread: number;
  space: number;
  /** A row, by its number. */
  answers: number;
  hash: number;
  offer: number;
  wordsFrom: number;
  wordsTo: number;
  /** The post that it was, or -1. */
  readonly was: number;
}

const youngDays = 28;

/** The activity of one window, taken apart so that it can be added to or rewritten. Nothing outside the window changes. */
export class Draft {
  readonly rows: Row[] = [];
  private readonly line: Timeline;
  private readonly kinds: number[] = [];
  private newThreads = 0;
  private coined: string | undefined;
  private readonly joined: Membership[] = [];
  /** Rewritten: neither mentions nor quotes are left. */
  silent = false;
  readonly low: number;
  readonly high: number;
  private readonly newest: number;

  constructor(
    readonly prepared: Prepared,
    readonly to: number,
    readonly random: Random,
  ) {
    const line = prepared.line;
    this.line = line;
    const from = to - windowDays + 1;
    this.low = postFrom(line, from);
    this.high = postFrom(line, to + 1);
    this.newest = line.at[line.posts - 1] ?? 0;
    for (let i = this.low; i < this.high; i++) {
      const answers = line.answers[i]!;
      this.rows.push({
        at: line.at[i]!,
        day: line.day[i]!,
        actor: line.actor[i]!,
        thread: line.thread[i]!,
        space: line.space[i]!,
        answers: answers >= this.low && answers < this.high ? answers - this.low : -1,
        hash: line.hash[i]!,
        offer: line.offer[i]!,
        wordsFrom: line.wordsFrom[i]!,
        wordsTo: line.wordsTo[i]!,
        was: i,
      });
    }
  }

  account(kind = 0): number {
    this.kinds.push(kind);
    return this.line.actors + this.kinds.length - 1;
  }

  kindOf = (actor: number) => this.line.kind[actor] ?? this.kinds[actor - this.line.actors]!;

  openThread(): number {
    this.newThreads += 1;
    return this.line.threads + this.newThreads - 1;
  }

  /**
   * Rows that were there, where something may follow. A file that begins with its window says nothing of who stood before:
   * there, accounts made for an attack come two weeks later than the community.
   */
  live(): number[] {
    const from = this.to - windowDays + 1;
    const young = from - this.prepared.firstDay < youngDays;
    const first = young ? Math.max(from, this.prepared.firstDay) + 14 : from;
    return this.rows.flatMap((row, i) => (row.was >= 0 && row.day >= first ? [i] : []));
  }

  /** A new post a moment after another; its words are those of a third. */
  follow(row: number, actor: number, more: Partial<Row> = {}): number {
    const before = this.rows[row]!;
    const words = this.rows[this.random.below(this.high - this.low)]!;
    this.rows.push({
      ...before,
      at: Math.min(before.at + 1 + this.random.below(400), this.newest),
      actor,
      answers: this.prepared.guess ? -1 : row,
      hash: 1 + Math.floor(this.random.next() * 4_503_599_627_370_000),
      offer: 0,
      wordsFrom: words.wordsFrom,
      wordsTo: words.wordsTo,
      ...more,
      was: -1,
    });
    return this.rows.length - 1;
  }

  /** A word that nobody had, and where it stands. */
  coin(word: string): [number, number] {
    const { words, places } = this.line;
    this.coined = word;
    words.push(this.line.terms.length);
    places.push(0);
    return [words.length - 1, words.length];
  }

  give(actor: number, group: string) {
    this.joined.push({ actor, group, from: this.rows[0]!.at, to: Number.POSITIVE_INFINITY, bought: false });
  }

  /** Puts it together again. */
  finish(): Prepared {
    const { line, low, high } = this;
    const added = this.rows.length - (high - low);
    const n = line.posts + added;
    const order = this.rows
      .map((_, i) => i)
      .sort((a, b) => this.rows[a]!.at - this.rows[b]!.at || this.rows[a]!.hash - this.rows[b]!.hash || a - b);
    const placeOf = new Int32Array(this.rows.length);
    order.forEach((row, i) => {
      placeOf[row] = low + i;
    });
    const moved = (post: number) =>
      post < 0 ? -1 : post < low ? post : post < high ? placeOf[post - low]! : post + added;
    const column = <T extends Float64Array | Int32Array | Uint8Array>(old: T, of: (row: Row) => number): T => {
      const made = new (old.constructor as new (length: number) => T)(n);
      made.set(old.subarray(0, low) as never, 0);
      order.forEach((row, i) => {
        made[low + i] = of(this.rows[row]!);
      });
      made.set(old.subarray(high) as never, high + added);
      return made;
    };
    const answers = column(line.answers, (row) => (row.answers >= 0 ? placeOf[row.answers]! : this.outside(row)));
    for (let i = high + added; i < n; i++) answers[i] = moved(answers[i]!);
    const actors = line.actors + this.kinds.length;
    const actor = column(line.actor, (row) => row.actor);
    const day = column(line.day, (row) => row.day);
    const firstDay = new Int32Array(actors).fill(2_147_483_647);
    for (let i = n - 1; i >= 0; i--) firstDay[actor[i]!] = day[i]!;
    const kept = <V>(map: ReadonlyMap<number, V>, change: (value: V) => V) =>
      new Map(
        [...map]
          .filter(([post]) => !(this.silent && post >= low && post < high))
          .map(([post, value]) => [moved(post), change(value)] as const),
      );
    const was = column(
      new Int32Array(line.posts).map((_, i) => i),
      (row) => row.was,
    );
    return prepare(
      {
        ...line,
        posts: n,
        at: column(line.at, (row) => row.at),
        day,
        actor,
        thread: column(line.thread, (row) => row.thread),
        space: column(line.space, (row) => row.space),
        answers,
        hash: column(line.hash, (row) => row.hash),
        offer: column(line.offer, (row) => row.offer),
        wordsFrom: column(line.wordsFrom, (row) => row.wordsFrom),
        wordsTo: column(line.wordsTo, (row) => row.wordsTo),
        mentions: kept(line.mentions, (value) => value),
        quoted: kept(line.quoted, (value) => value.map(moved)),
        refs: kept(line.refs, (value) => value),
        id: (post) => (was[post]! >= 0 ? line.id(was[post]!) : `attack ${post}`),
        actors,
        kind: Uint8Array.from({ length: actors }, (_, one) => this.kindOf(one)),
        firstDay,
        actorId: (one) => (one < line.actors ? line.actorId(one) : `attack ${one}`),
        threads: line.threads + this.newThreads,
        terms: this.coined ? [...line.terms, this.coined] : line.terms,
        memberships: [...line.memberships, ...this.joined],
      },
      this.prepared.guess,
    );
  }

  /** An answer to a post before the window stays, unless all was rewritten. */
  private outside(row: Row): number {
    if (row.was < 0 || this.silent) return -1;
    const answers = this.line.answers[row.was]!;
    return answers >= 0 && answers < this.low ? answers : -1;
  }
}
