import type { Delivery } from "./delivery";
import type { Figures } from "./figures";

export interface Report {
  node: string;
  cores: number;
  members: number;
  spaces: number;
  posts: number;
  seedSeconds: number;
  /** Of these, seconds for the posts to be written in pieces, and then to be drawn and made to be found by the jobs. */
  written: number;
  understood: number;
  memory: { idle: number; after: number };
  delivery: Delivery | undefined;
  rows: Figures[];
}

const heads = ["request", "app + db = ms CPU", "(low-high)", "SQL", "req/s", "p50", "p95 ms", "kB", "requests"];
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);

/** For a person at a console; figures of one run are for comparing within that run. */
export function table({ rows, ...run }: Report): string {
  const cells = rows.map((row) => [
    row.name,
    `${ms(row.app)} + ${ms(row.db)} = ${ms(row.total)}`,
    `(${ms(row.spread[0])}-${ms(row.spread[1])})`,
    row.queries === null ? "" : String(row.queries),
    row.perSecond.toFixed(0),
    row.p50.toFixed(0),
    row.p95.toFixed(0),
    (row.bytes / 1000).toFixed(1),
    `${row.requests} in ${row.rounds}`,
  ]);
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd();
  return [
    `${run.members} members, ${run.spaces} spaces, ${run.posts} posts (made in ${run.seedSeconds.toFixed(0)} s; ${(run.posts / run.written).toFixed(0)} posts/s written, ${(run.posts / run.understood).toFixed(0)} understood); Node ${run.node}, ${run.cores} cores;` +
      ` the app process held ${run.memory.idle.toFixed(0)} MB at first and ${run.memory.after.toFixed(0)} MB at the end`,
    "",
    line(heads),
    line(widths.map((width) => "-".repeat(width))),
    ...cells.map(line),
    ...(run.delivery ? ["", deliveryLine(run.delivery)] : []),
  ].join("\n");
}

const deliveryLine = ({ connected, reading, posts, p50, p95, last, cpu }: Delivery) =>
  `delivery: ${connected} connected, ${reading} of them reading the thread, ${posts} posts; from the answer to who wrote until a reader has it p50 ${p50.toFixed(0)} ms,` +
  ` p95 ${p95.toFixed(0)} ms, the last of them ${last.toFixed(0)} ms; ${ms(cpu)} ms CPU for a post with all its readers`;
