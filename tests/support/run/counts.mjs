import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Counts */

/** @param {...Counts} all @returns {Counts} */
export const sum = (...all) => ({
  passed: all.reduce((n, { passed }) => n + passed, 0),
  failed: all.reduce((n, { failed }) => n + failed, 0),
  skipped: all.reduce((n, { skipped }) => n + skipped, 0),
  problems: all.flatMap(({ problems }) => problems),
});

/** Something that is one test by itself. @param {string} name @param {boolean} good @returns {Counts} */
export const single = (name, good) =>
  good ? { passed: 1, failed: 0, skipped: 0, problems: [] } : { passed: 0, failed: 1, skipped: 0, problems: [name] };

/** A skip is allowed only with its reason. @param {string} text */
const hasReason = (text) => /skipped: \S/.test(text);

/**
 * A run that found nothing, or failed without a failing test, did not test what it claims.
 * @param {string} name @param {Counts} counts @param {{ code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
function judged(name, counts, { code, mayBeEmpty }) {
  const ran = counts.passed + counts.failed + counts.skipped;
  if (ran === 0 && mayBeEmpty && code === 0) return counts;
  if (ran === 0) return sum(counts, single(`${name}: no test ran`, false));
  if (code !== 0 && counts.failed === 0) return sum(counts, single(`${name}: ended with code ${code}`, false));
  return counts;
}

/**
 * @param {string} name @param {string} file @param {{ code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
export function vitestCounts(name, file, run) {
  const counts = { passed: 0, failed: 0, skipped: 0, problems: /** @type {string[]} */ ([]) };
  for (const { name: path, status, message, assertionResults } of read(file)?.testResults ?? []) {
    if (status === "failed" && assertionResults.every((/** @type {any} */ test) => test.status !== "failed")) {
      counts.failed += 1;
      counts.problems.push(`${path}: ${message || "could not run"}`);
    }
    for (const { status: outcome, fullName, failureMessages } of assertionResults)
      note(counts, `${path}: ${fullName}`, { outcome, reason: hasReason(fullName), why: failureMessages?.[0] });
  }
  return judged(name, counts, run);
}

/**
 * @param {string} name @param {string} file @param {{ code: number, mayBeEmpty: boolean }} run
 * @returns {Counts}
 */
export function playwrightCounts(name, file, run) {
  const counts = { passed: 0, failed: 0, skipped: 0, problems: /** @type {string[]} */ ([]) };
  const visit = (/** @type {any} */ suite) => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, annotations, results } of tests) {
        const reasons = [title, ...annotations.map((/** @type {any} */ note) => note.description ?? "")].join(" ");
        const error = results?.flatMap((/** @type {any} */ { errors }) => errors ?? [])[0];
        note(counts, `${suite.file}: ${title}`, {
          outcome: status === "expected" ? "passed" : status,
          reason: hasReason(reasons),
          why: error && `${error.message}\n at line ${error.location?.line}`,
        });
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of read(file)?.suites ?? []) visit(suite);
  return judged(name, counts, run);
}

/**
 * @param {Counts} counts @param {string} title
 * @param {{ outcome: string, reason: boolean, why?: string }} how `why` is what the runner said of the failure
 */
function note(counts, title, { outcome, reason, why }) {
  if (outcome === "passed") counts.passed += 1;
  else if (["skipped", "pending"].includes(outcome) && reason) counts.skipped += 1;
  else {
    counts.failed += 1;
    const without = /skip|pend|todo/.test(outcome) ? " without a reason" : "";
    counts.problems.push(`${title} (${outcome}${without})${why ? `\n${beginning(why)}` : ""}`);
  }
}

/** Of what was said of a failure, what the end of a log should still tell. @param {string} why */
const beginning = (why) =>
  stripVTControlCharacters(why)
    .split("\n")
    .filter((line) => line.trim() !== "" && !/node_modules/.test(line))
    .slice(0, 12)
    .map((line) => `      ${line.slice(0, 300)}`)
    .join("\n");

/** @param {string} file */
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
