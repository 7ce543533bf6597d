import type { Prepared } from "../graph/window";
import { Random } from "../random";
import { Draft } from "./draft";
import { broadcast, helpDesk } from "./rewrites";

// What somebody could do to look like a community. Each is played inside one window, and the score must not rise.

export const attackNames = [
  "bots",
  "unique-bots",
  "puppets",
  "ring",
  "brand-posts",
  "slogan",
  "badge-everyone",
  "broadcast",
  "help-desk",
] as const;
export type AttackName = (typeof attackNames)[number];

const attacks: Record<AttackName, (draft: Draft) => void> = {
  bots: (draft) => flood(draft, true),
  "unique-bots": (draft) => flood(draft, false),
  puppets: (draft) => closedTalk(draft, 2, 20),
  ring: (draft) => closedTalk(draft, 8, 24),
  "brand-posts": (draft) => void brandPosts(draft, 300),
  slogan,
  "badge-everyone": (draft) => {
    const all = new Set(draft.rows.map(({ actor }) => actor).filter((actor) => draft.kindOf(actor) === 0));
    for (const actor of all) draft.give(actor, "everyone");
  },
  broadcast,
  "help-desk": helpDesk,
};

/** The same community after an attack. `to` is the last day of the window. */
export function attacked(name: AttackName, prepared: Prepared, to: number, seed: number): Prepared {
  const draft = new Draft(prepared, to, new Random(seed));
  if (draft.rows.length > 0) attacks[name](draft);
  return draft.finish();
}

const pick = (draft: Draft, from: readonly number[]) => from[draft.random.below(from.length)]!;

/** A thousand posts of ten accounts, in threads that are alive. */
function flood(draft: Draft, same: boolean) {
  const live = draft.live();
  if (live.length === 0) return;
  const accounts = Array.from({ length: 10 }, () => draft.account());
  const words = draft.rows[0]!;
  const text = same ? { hash: 7, wordsFrom: words.wordsFrom, wordsTo: words.wordsTo } : {};
  for (let i = 0; i < 1000; i++) draft.follow(pick(draft, live), accounts[i % accounts.length]!, text);
}

/** Accounts of one hand that talk to each other every day, half of the time where others talk. */
function closedTalk(draft: Draft, size: number, daily: number) {
  const live = draft.live();
  const accounts = Array.from({ length: size }, () => draft.account());
  const own = draft.openThread();
  const days = new Map<number, number[]>();
  for (const row of live) days.set(draft.rows[row]!.day, [...(days.get(draft.rows[row]!.day) ?? []), row]);
  for (const rows of days.values()) {
    let last = -1;
    for (let i = 0; i < daily; i++) {
      const at = rows[Math.min(rows.length - 1, Math.floor((i / daily) * rows.length))]!;
      const place = i % 4 < 2 ? { thread: own } : {};
      const told = draft.prepared.guess ? {} : { answers: last };
      last = draft.follow(at, accounts[(i + (size > 2 ? Math.floor(i / size) * 3 : 0)) % size]!, { ...place, ...told });
    }
  }
}

/** The brand speaks, in threads of its own and in those of others. */
function brandPosts(draft: Draft, count: number): number[] {
  const live = draft.live();
  if (live.length === 0) return [];
  const known = draft.rows.find(({ actor }) => draft.kindOf(actor) === 1)?.actor;
  const brand = known ?? draft.account(1);
  return Array.from({ length: count }, (_, i) => {
    const own = i % 2 === 0 ? { thread: draft.openThread(), answers: -1 } : {};
    return draft.follow(pick(draft, live), brand, own);
  });
}

/** A word that the brand made up, in every post of the brand. */
function slogan(draft: Draft) {
  brandPosts(draft, 300);
  const term = draft.coin("zestivana");
  for (const row of draft.rows) if (draft.kindOf(row.actor) === 1) [row.wordsFrom, row.wordsTo] = term;
}
