import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../lib/operate/problem.mjs";
import { build } from "../lib/operate/start/build.mjs";
import { install } from "../lib/operate/start/install.mjs";
import { playwrightCounts, single, sum, vitestCounts } from "./support/run/counts.mjs";
import { startGround } from "./support/run/ground.mjs";
import { noteFiles, shown, timed } from "./support/run/times.mjs";
import { needChromium, tool } from "./support/run/tools.mjs";

/**
 * `npm test`: everything, from a fresh clone. `--only NAME` runs one kind (unit, db, e2e), or at full length every
 * test whose path has that name (faults, hostile, guards, matrix, sound; `--rounds N` for the faults). What is tried of a
 * large product where it is not at full length: tests/support/thoroughness.ts.
 */
const kinds = ["unit", "db", "e2e"];
const topics = ["faults", "hostile", "guards", "matrix", "sound"];
const value = (/** @type {string} */ name) => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];
const only = value("--only");

/** Given to the tests: a topic asked for by name runs at full length. */
const length = { TEST_FULL: topics.includes(only ?? "") ? String(only) : "", TEST_ROUNDS: value("--rounds") ?? "" };
const reports = mkdtempSync(join(tmpdir(), "kindling-reports-"));

/** Where the database server of all parts is, once it stands: see ground.mjs. */
let ground = { TEST_CLUSTER: "" };

/** @param {string} project @param {string} [topic] @param {boolean} [quiet] */
async function vitest(project, topic, quiet) {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--project", project, "--retry=0", "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const code = await tool("vitest/vitest.mjs", [...args, `--outputFile.json=${file}`, ...(topic ? [topic] : [])], {
    variables: { ...length, ...ground, NODE_ENV: "test" },
    quiet,
  });
  noteFiles(project === "unit" ? "unit tests" : "database tests", file);
  return vitestCounts(`vitest ${project}`, file, { code, mayBeEmpty: Boolean(topic) });
}

/** @param {string} [topic] */
async function playwright(topic) {
  needChromium();
  const file = join(reports, "e2e.json");
  const args = ["test", "--retries=0", "--reporter=line,json", ...(topic ? ["--pass-with-no-tests", topic] : [])];
  const code = await tool("@playwright/test/cli.js", args, {
    variables: { ...length, ...ground, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  noteFiles("browser tests", file);
  return playwrightCounts("browser", file, { code, mayBeEmpty: Boolean(topic) });
}

const lint = async () =>
  single(
    "lint",
    (await tool("@biomejs/biome/bin/biome", ["check", "--max-diagnostics=50", "."], { quiet: true })) === 0,
  );
const types = async () => single("types", (await tool("typescript/bin/tsc", ["--noEmit"], { quiet: true })) === 0);

async function built() {
  try {
    await build();
    return sum();
  } catch (error) {
    return single(`build: ${error instanceof Error ? error.message : error}`, false);
  }
}

async function everything() {
  needChromium();
  const standing = timed("database server and demo", startGround);
  try {
    // The build also writes the types of the routes, so the types are checked after it.
    const [building, ...early] = await Promise.all([
      timed("build", built),
      timed("lint", lint),
      timed("unit tests", () => vitest("unit", undefined, true)),
      standing,
    ]);
    ({ variables: ground } = await standing);
    const late = await Promise.all([timed("types", types), timed("database tests", () => vitest("db"))]);
    const seen = building.failed ? sum() : await timed("browser tests", () => playwright());
    return sum(building, ...early.slice(0, 2), ...late, seen);
  } finally {
    await (await standing).stop();
  }
}

/** @param {string} name */
async function part(name) {
  if (name === "e2e") return timed("browser tests", () => playwright());
  if (kinds.includes(name)) return timed(name === "unit" ? "unit tests" : "database tests", () => vitest(name));
  if (!topics.includes(name))
    throw new Problem(`--only takes one of ${[...kinds, ...topics].join(", ")}, not "${name}".`);
  const counts = sum(
    await timed("unit tests", () => vitest("unit", name)),
    await timed("database tests", () => vitest("db", name)),
    await timed("browser tests", () => playwright(name)),
  );
  return counts.passed + counts.failed > 0 ? counts : sum(counts, single(`${name}: no test ran`, false));
}

let counts = sum();
try {
  await install();
  counts = process.argv.includes("--only") ? await part(only ?? "") : await everything();
} catch (error) {
  counts = sum(counts, single(error instanceof Problem ? error.message : String(error), false));
} finally {
  rmSync(reports, { recursive: true, force: true });
}
if (counts.problems.length > 0) console.log(`\nNot right:\n${counts.problems.map((line) => `  ${line}`).join("\n")}\n`);
console.log(`${shown()}\n`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
