/** Milliseconds of this process's own work: a busy machine must not look like a slow parser. */
export function work(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much more work a text is than half of it: 2 where work grows with length, 4 where it grows with its square.
 * A whole is weighed against as many parts as make it, so that both leave the same garbage: a single part often escapes the
 * collection that a whole always pays for, which made a linear parser look like 3. Warm, in turns, the least counts.
 * @param parts of how many parts a whole is; of four, where a part of four is the same kind of text, a busy machine
 *   cannot make the one growth look like the other
 */
export function growth(run: (text: string) => unknown, part: string, whole: string, parts: 2 | 4 = 2) {
  run(part);
  run(whole);
  let [all, full] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ratio = () => ((parts * full) / all) ** (1 / Math.log2(parts));
  // Four turns where the answer is plain; where it is close, as many as the budget of work allows.
  let spent = 0;
  for (let n = 0; n < 4 || (n < 25 && spent < 1_500 && ratio() >= 2.5); n++) {
    const [several, one] = [work(() => Array.from({ length: parts }, () => run(part))), work(() => run(whole))];
    all = Math.min(all, several);
    full = Math.min(full, one);
    spent += several + one;
  }
  return { whole: full, ratio: ratio() };
}

/** Milliseconds of work for the longest text allowed. */
export const noDanger = 50;
