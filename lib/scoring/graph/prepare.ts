import type { Timeline } from "../activity/timeline";
import { mustGuess } from "./mode";
import { repeatedTexts } from "./repeats";
import type { Prepared } from "./window";

/** What every window of a timeline shares, found once. */
export function prepare(line: Timeline, guess = mustGuess(line)): Prepared {
  const opener = new Int32Array(line.threads).fill(-1);
  for (let i = line.posts - 1; i >= 0; i--) if (line.thread[i]! >= 0) opener[line.thread[i]!] = line.actor[i]!;
  return { line, repeated: repeatedTexts(line), guess, opener, firstDay: line.posts > 0 ? line.day[0]! : 0 };
}
