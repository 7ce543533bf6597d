import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Client } from "pg";
import { fail } from "@/lib/operate/problem.mjs";
import { mustRun } from "@/lib/operate/start/typescript.mjs";
import { countQueries } from "../support/query-counter";
import { startServer, type TestServer } from "../support/server";
import { widenLimits } from "../support/wide-limits";
import { choose, readArguments } from "./arguments";
import { memoryOf, parentOf } from "./cpu";
import { deliveryName, measureDelivery } from "./delivery";
import { figuresOf, median, type Round } from "./figures";
import { type Asking, askOnce, demand, runRound, type Target } from "./load";
import { type Report, table } from "./report";
import { rowsOf } from "./rows";
import { type Seeded, world } from "./world";

const CONNECTIONS = 10;
const MOST_REQUESTS = 3_000;
/** The first requests load code and fill pools; they are no measure of the later ones. */
const WARM_UP = { connections: CONNECTIONS, requests: 100, seconds: 5 };

const floorRow: Asking = { name: "floor", ask: () => ({ path: "/" }), right: ({ text }) => text.length === 60_000 };

type Measured = { row: Asking; target: Target; rounds: Round[]; bytes: number; queries: number | null };

async function startFloor() {
  const child = spawn(process.execPath, [new URL("floor.mjs", import.meta.url).pathname], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const [port] = await once(child.stdout, "data");
  const target = { origin: `http://localhost:${Number(port)}`, app: child.pid! };
  return { target, stop: () => child.kill() };
}

/** The database's first process, whose children do the work. */
async function postmaster({ adminUrl }: TestServer): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
  const pid = parentOf(rows[0].pid);
  await client.end();
  return pid;
}

/** How many statements one request needs, seen by a second process of the application that is not measured. */
async function countEach(server: TestServer, measured: Measured[], seeded: Seeded): Promise<void> {
  const counter = await countQueries(server.variables.DATABASE_URL!);
  server.variables.DATABASE_URL = counter.url;
  try {
    const { address } = await server.another();
    const rows = rowsOf(seeded, address);
    for (const each of measured) {
      const row = rows.find(({ name }) => name === each.row.name);
      if (!row) continue;
      const counts: number[] = [];
      for (let n = 0; n < 5; n++) {
        counter.take();
        const answer = await askOnce(address, row.ask(n));
        demand(row.name, answer, row.right(answer, n));
        counts.push(counter.take().length);
      }
      each.queries = median(counts);
    }
  } finally {
    await counter.stop();
  }
}

async function measure(server: TestServer, args: ReturnType<typeof readArguments>): Promise<Report> {
  const began = performance.now();
  const seeded: Seeded = JSON.parse(await mustRun("tests/bench/seed.ts", [String(args.scale)], server.variables));
  const seedSeconds = (performance.now() - began) / 1000;
  await widenLimits(server.variables.DATABASE_URL!);
  const memory = { idle: memoryOf(server.app.pid), after: 0 };
  const floor = await startFloor();
  try {
    const app: Target = { origin: server.origin, app: server.app.pid, database: await postmaster(server) };
    const all = [floorRow, ...rowsOf(seeded, server.origin)];
    const chosen = args.only === deliveryName ? [floorRow] : choose(all, args.only);
    const measured: Measured[] = chosen.map((row) => {
      return { row, target: row === floorRow ? floor.target : app, rounds: [], bytes: 0, queries: null };
    });
    for (const { row, target } of measured) await runRound(row, target, WARM_UP);
    for (let round = 1; round <= args.rounds; round++) {
      console.error(`round ${round} of ${args.rounds}`);
      for (const { row, target, rounds } of measured)
        rounds.push(
          await runRound(row, target, { connections: CONNECTIONS, requests: MOST_REQUESTS, seconds: args.seconds }),
        );
    }
    const delivery = !args.only || args.only === deliveryName ? await measureDelivery(app, seeded) : undefined;
    memory.after = memoryOf(server.app.pid);
    for (const each of measured)
      each.bytes = Buffer.byteLength((await askOnce(each.target.origin, each.row.ask(0))).text);
    await countEach(server, measured, seeded);
    return {
      node: process.version,
      cores: cpus().length,
      members: world.members,
      spaces: world.spaces,
      posts: world.threads * args.scale * world.postsEach + world.longThread,
      seedSeconds,
      written: seeded.written,
      understood: seeded.understood,
      memory,
      delivery,
      rows: measured.map(({ row, rounds, bytes, queries }) => figuresOf(row.name, rounds, { bytes, queries })),
    };
  } finally {
    floor.stop();
  }
}

async function main() {
  const args = readArguments(process.argv.slice(2));
  const server = await startServer({ seed: false });
  const stop = () => void server.stop().then(() => process.exit(130));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  try {
    const report = await measure(server, args);
    if (args.json === "-") console.log(JSON.stringify(report, null, 2));
    else console.log(table(report));
    if (args.json && args.json !== "-") writeFileSync(args.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await server.stop();
  }
}

await main().catch(fail);
