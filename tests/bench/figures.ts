/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!;
}

export interface Round {
  requests: number;
  seconds: number;
  app: number;
  db: number;
  latencies: number[];
}

export interface Figures {
  name: string;
  rounds: number;
  requests: number;
  /** Milliseconds of CPU a request: medians over the rounds, and their lowest and highest sum. */
  app: number;
  db: number;
  total: number;
  spread: [number, number];
  perSecond: number;
  p50: number;
  p95: number;
  bytes: number;
  queries: number | null;
}

export function figuresOf(name: string, rounds: readonly Round[], more: Pick<Figures, "bytes" | "queries">): Figures {
  const each = (of: (round: Round) => number) => rounds.map((round) => of(round) / round.requests);
  const totals = each(({ app, db }) => app + db);
  const latencies = rounds.flatMap((round) => round.latencies);
  return {
    name,
    rounds: rounds.length,
    requests: rounds.reduce((sum, { requests }) => sum + requests, 0),
    app: median(each(({ app }) => app)),
    db: median(each(({ db }) => db)),
    total: median(totals),
    spread: [Math.min(...totals), Math.max(...totals)],
    perSecond: median(rounds.map(({ requests, seconds }) => requests / seconds)),
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    ...more,
  };
}
