import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "../lib/operate/problem.mjs";
import { build } from "../lib/operate/start/build.mjs";
import { install } from "../lib/operate/start/install.mjs";
import { playwrightCounts, single, sum, vitestCounts } from "./support/run/counts.mjs";
import { needChromium, tool } from "./support/run/tools.mjs";

/**
 * `npm test`: everything, from a fresh clone. `--only NAME` runs one kind (unit, db, e2e), or at full length every
 * test whose path has that name (faults, hostile, guards, matrix; `--rounds N` for the faults).
 */
const kinds = ["unit", "db", "e2e"];
const topics = ["faults", "hostile", "guards", "matrix"];
const value = (/** @type {string} */ name) => process.argv[process.argv.indexOf(name) + 1 || process.argv.length];
const only = value("--only");

/** Given to the tests: a topic asked for by name runs at full length. */
const length = { TEST_FULL: topics.includes(only ?? "") ? String(only) : "", TEST_ROUNDS: value("--rounds") ?? "" };
const reports = mkdtempSync(join(tmpdir(), "kindling-reports-"));

/** @param {string} project @param {string} [topic] @param {boolean} [quiet] */
async function vitest(project, topic, quiet) {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--project", project, "--retry=0", "--passWithNoTests", "--reporter=default", "--reporter=json"];
  const code = await tool("vitest/vitest.mjs", [...args, `--outputFile.json=${file}`, ...(topic ? [topic] : [])], {
    variables: { ...length, NODE_ENV: "test" },
    quiet,
  });
  return vitestCounts(`vitest ${project}`, file, { code, mayBeEmpty: Boolean(topic) });
}

/** @param {string} [topic] */
async function playwright(topic) {
  needChromium();
  const file = join(reports, "e2e.json");
  const args = ["test", "--retries=0", "--reporter=line,json", ...(topic ? ["--pass-with-no-tests", topic] : [])];
  const code = await tool("@playwright/test/cli.js", args, {
    variables: { ...length, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
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
  // The build also writes the types of the routes, so the types are checked after it.
  const [building, ...early] = await Promise.all([built(), lint(), vitest("unit", undefined, true)]);
  const late = await Promise.all([types(), vitest("db")]);
  return sum(building, ...early, ...late, building.failed ? sum() : await playwright());
}

/** @param {string} name */
async function part(name) {
  if (name === "e2e") return playwright();
  if (kinds.includes(name)) return vitest(name);
  if (!topics.includes(name))
    throw new Problem(`--only takes one of ${[...kinds, ...topics].join(", ")}, not "${name}".`);
  const counts = sum(await vitest("unit", name), await vitest("db", name), await playwright(name));
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
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
