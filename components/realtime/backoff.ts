/** Milliseconds before attempt n (from 0): doubling up to `most`, of which a random half to whole is taken. */
export function backoff(attempt: number, most = 4_000, random: () => number = Math.random): number {
  const whole = Math.min(most, 500 * 2 ** Math.min(attempt, 20));
  return whole / 2 + (whole / 2) * random();
}
