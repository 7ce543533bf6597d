import type { Draft } from "./draft";

/** The busiest members, by posts in the window. */
function busiest(draft: Draft, count: number): number[] {
  const posts = new Map<number, number>();
  for (const { actor } of draft.rows) if (draft.kindOf(actor) === 0) posts.set(actor, (posts.get(actor) ?? 0) + 1);
  return [...posts.keys()].sort((a, b) => posts.get(b)! - posts.get(a)! || a - b).slice(0, count);
}

/** One way: three speak, each time in a thread of its own, everybody else answers them, and is never answered. */
export function broadcast(draft: Draft) {
  const speakers = new Set(busiest(draft, 3));
  let last = -1;
  draft.silent = true;
  draft.rows.forEach((row, i) => {
    if (speakers.has(row.actor) || last < 0) {
      row.thread = draft.openThread();
      row.answers = -1;
      if (speakers.has(row.actor)) last = i;
      return;
    }
    row.thread = draft.rows[last]!.thread;
    row.answers = last;
  });
}

interface Ticket {
  thread: number;
  asker: number;
  /** Whose turn it is: the asker's on even ones. */
  turn: number;
  last: number;
  readonly turns: number;
}

/** Askers who come once, five who answer; every tenth ticket takes days. */
export function helpDesk(draft: Draft) {
  const desk = busiest(draft, 5);
  draft.silent = true;
  let short: Ticket | undefined;
  let long: Ticket | undefined;
  let count = 0;
  const ticket = (turns: number): Ticket => ({
    thread: draft.openThread(),
    asker: draft.account(),
    turn: 0,
    last: -1,
    turns,
  });
  draft.rows.forEach((row, i) => {
    if (draft.kindOf(row.actor) !== 0) return;
    count += 1;
    if (!long || long.turn >= long.turns) long = ticket(24);
    if (!short || short.turn >= short.turns) short = ticket(3);
    const one = count % 10 === 0 ? long : short;
    row.actor = one.turn % 2 === 0 ? one.asker : desk[draft.random.below(desk.length)]!;
    row.thread = one.thread;
    row.answers = one.last;
    one.last = i;
    one.turn += 1;
  });
}
