/** Milliseconds before attempt n (from 0): doubling up to `most`, of which a random half to whole is taken. */
export function backoff(attempt: number, { first = 200, most = 5_000, random = Math.random } = {}): number {
  const whole = Math.min(most, first * 2 ** Math.min(attempt, 30));
  return whole / 2 + (whole / 2) * random();
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
