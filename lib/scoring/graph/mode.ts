import type { Timeline } from "../activity/timeline";

/** Under this share of recorded answers, a file did not record answers. */
const recorded = 0.2;

/**
 * Whether it must be guessed who answers whom. The mean over people, each with ten posts at the most, so that no busy account
 * can change the answer.
 */
export function mustGuess({ posts, actor, thread, answers, mentions, quoted, actors }: Timeline): boolean {
  const opened = new Set<number>();
  const all = new Float64Array(actors);
  const told = new Float64Array(actors);
  for (let i = 0; i < posts; i++) {
    const where = thread[i]!;
    if (!opened.has(where)) {
      opened.add(where);
      continue;
    }
    all[actor[i]!]! += 1;
    if (answers[i]! >= 0 || mentions.has(i) || quoted.has(i)) told[actor[i]!]! += 1;
  }
  let share = 0;
  let weight = 0;
  for (let a = 0; a < actors; a++) {
    if (all[a] === 0) continue;
    const most = Math.min(10, all[a]!);
    share += (told[a]! / all[a]!) * most;
    weight += most;
  }
  return weight > 0 && share / weight < recorded;
}
