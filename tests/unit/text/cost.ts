/** Milliseconds of this process's own work: a busy machine must not look like a slow parser. */
export function work(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How much more work a text is than half of it: 2 where work grows with length, 4 where it grows with its square.
 * A whole is weighed against two halves, so that both leave the same garbage: a single half often escapes the
 * collection that a whole always pays for, which made a linear parser look like 3. Warm, in turns, the least counts.
 */
export function growth(run: (text: string) => unknown, half: string, whole: string) {
  run(half);
  run(whole);
  let [halves, full] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Four turns where the answer is plain; where it is close, as many as the budget of work allows.
  const plain = () => (2 * full) / halves < 2.5;
  let spent = 0;
  for (let n = 0; n < 4 || (n < 25 && spent < 1_500 && !plain()); n++) {
    const [two, one] = [work(() => [run(half), run(half)]), work(() => run(whole))];
    halves = Math.min(halves, two);
    full = Math.min(full, one);
    spent += two + one;
  }
  return { whole: full, ratio: (2 * full) / halves };
}

/** Milliseconds of work for the longest text allowed. */
export const noDanger = 50;
