import type { MessageInput } from "@/lib/scoring/input";

// The obvious way, for files that say who answers whom: every pair, every week, from the sentence of the method.

const day = 86_400_000;

interface Talk {
  readonly a: string;
  readonly b: string;
  readonly day: number;
}

/** What the method calls an exchange: b answers a in the same thread within 7 days of a addressing b. */
function exchanges(all: readonly MessageInput[], from: number, to: number): Talk[] {
  const inside = all.filter(({ at }) => at >= from * day && at < (to + 1) * day);
  const author = new Map(all.map(({ id, author }) => [id, author]));
  const opener = (thread: string | undefined) => all.find((one) => one.thread === thread)!.author;
  /** Whom a message speaks to: whom it answers, else who opened the thread. */
  const target = (one: MessageInput) => author.get(one.answers ?? "") ?? opener(one.thread);
  const found: Talk[] = [];
  for (const answer of inside) {
    const b = answer.author;
    const a = target(answer);
    if (a === b) continue;
    const addressed = inside.filter(
      (one) =>
        one.thread === answer.thread &&
        one.author === a &&
        target(one) === b &&
        one.at < answer.at &&
        answer.at - one.at <= 7 * day,
    );
    if (addressed.length > 0) found.push({ a, b, day: Math.floor(answer.at / day) });
  }
  return found;
}

/** The score before its scale, with every guard but the removal of hubs, of the window that ends on a day. */
export function slowTalk(all: readonly MessageInput[], to: number): number {
  const from = to - 55;
  const talks = exchanges(all, from, to);
  const week = (one: number) => Math.floor((one - from) / 7);
  const people = [
    ...new Set(all.filter(({ at }) => at >= from * day && at < (to + 1) * day).map(({ author }) => author)),
  ];
  const between = (a: string, b: string) =>
    talks.filter((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  const credit = (a: string, b: string) => {
    const weeks = new Set(between(a, b).map((one) => week(one.day))).size;
    return weeks < 2 ? 0 : weeks === 2 ? 1 / 3 : weeks === 3 ? 2 / 3 : 1;
  };
  const credits = new Map(
    people.map((a) => [
      a,
      people
        .filter((b) => b !== a)
        .map((b) => ({ b, credit: credit(a, b) }))
        .filter((one) => one.credit > 0),
    ]),
  );
  const group = largest(people, credits);
  let sum = 0;
  let weeks = 0;
  for (const m of people) {
    const active = new Set(
      all
        .filter(({ author, at }) => author === m && at >= from * day && at < (to + 1) * day)
        .map(({ at }) => week(Math.floor(at / day))),
    );
    weeks += active.size;
    if (!group.has(m)) continue;
    const tie2 =
      credits
        .get(m)!
        .map((one) => one.credit)
        .sort((x, y) => y - x)[1] ?? 0;
    for (let w = 0; w < 8; w++) {
      const days = new Set(
        credits
          .get(m)!
          .flatMap(({ b }) => between(m, b))
          .filter((one) => week(one.day) === w)
          .map((one) => one.day),
      );
      sum += tie2 * Math.min(1, days.size / 2);
    }
  }
  return weeks === 0 ? 0 : sum / weeks;
}

/** The people who hang together, in the largest group there is. */
function largest(people: readonly string[], credits: ReadonlyMap<string, { b: string }[]>): Set<string> {
  let best = new Set<string>();
  for (const start of people) {
    const group = new Set([start]);
    for (let grew = true; grew; ) {
      grew = false;
      for (const one of [...group])
        for (const { b } of credits.get(one)!)
          if (!group.has(b)) {
            group.add(b);
            grew = true;
          }
    }
    if (group.size > best.size) best = group;
  }
  return best;
}
