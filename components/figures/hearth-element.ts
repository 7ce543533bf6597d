export type HearthElement = {
  name: string;
  /** Null: not enough yet. Drawn hollow, never as zero. */
  score: number | null;
  low?: number;
  high?: number;
  /** "68", or "not yet". */
  scoreText: string;
  /** "between 59 and 76", or why there is no score yet. */
  rangeText: string;
  href?: string;
};
