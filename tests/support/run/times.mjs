import { existsSync, readFileSync } from "node:fs";

/** What each part took, and within a part its longest files: a person wants to see where the time goes. */

/** @typedef {{ name: string, seconds: number }} Took */

/** @type {Took[]} */
const parts = [];
/** @type {Map<string, Took[]>} */
const files = new Map();
const LONGEST = 6;

/** @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
export async function timed(name, work) {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    parts.push({ name, seconds: (performance.now() - begun) / 1000 });
  }
}

/** Notes the longest files of a part by the report of vitest or playwright. @param {string} part @param {string} report */
export function noteFiles(part, report) {
  if (!existsSync(report)) return;
  files.set(part, filesIn(JSON.parse(readFileSync(report, "utf8"))));
}

/** @param {any} report @returns {Took[]} the longest first */
export function filesIn({ testResults = [], suites = [] }) {
  /** @type {Took[]} */
  const vitest = testResults.map((/** @type {any} */ { name, startTime, endTime }) => ({
    name: name.replace(/^.*\/tests\//, "tests/"),
    seconds: (endTime - startTime) / 1000,
  }));
  const inAll = (/** @type {any} */ suite) => [
    ...(suite.specs ?? []).flatMap((/** @type {any} */ { tests }) =>
      tests.flatMap((/** @type {any} */ t) => t.results),
    ),
    ...(suite.suites ?? []).flatMap(inAll),
  ];
  const playwright = suites.map((/** @type {any} */ suite) => ({
    name: `tests/e2e/${suite.file}`,
    seconds: inAll(suite).reduce((all, { duration }) => all + duration / 1000, 0),
  }));
  return [...vitest, ...playwright].sort((a, b) => b.seconds - a.seconds);
}

/** Parts may have run beside each other, and so may files: the sum is more than the whole. */
export const shown = () =>
  parts
    .flatMap((part) => [
      line(part),
      ...(files.get(part.name) ?? []).slice(0, LONGEST).map((file) => `    ${line(file)}`),
    ])
    .join("\n");

/** @param {Took} took */
const line = ({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`;
