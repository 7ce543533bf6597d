import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../problem.mjs";
import { give } from "./run-as.mjs";
import { firstStatements } from "./settings.mjs";

/** @typedef {import("./place.mjs").Place} Place */

/** Byte order and case by Unicode, from PostgreSQL itself: an upgrade of the host cannot reorder an index. */
const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];

/**
 * Full-text search still asks the host what a letter is: under plain C it takes „word“ with its quotes for one word.
 * Tried in this order; every current Linux has the first, macOS the second.
 */
const letters = ["C.UTF-8", "en_US.UTF-8", "C"];

/**
 * Makes the cluster once. It is finished under another name and then renamed: a start cut short leaves nothing
 * that looks like a database, and of two starters the second finds the first one's.
 * @param {Place} place
 */
export function createCluster(place) {
  const version = join(place.cluster, "PG_VERSION");
  if (existsSync(version)) return refuseOtherVersion(place, readFileSync(version, "utf8").trim());
  const half = mkdtempSync(`${place.cluster}.new-`);
  give(place.runAs, half);
  try {
    initialise(place, half);
    const single = ["--single", "-D", half, "-c", "exit_on_error=on", "postgres"];
    run(place, "postgres", single, `${firstStatements.join("\n")}\n`);
    renameSync(half, place.cluster);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(version)) throw error;
  }
}

/** @param {Place} place @param {string} folder */
function initialise(place, folder) {
  const fixed = ["-D", folder, "-U", "postgres", ...locale, "--auth-local=trust", "--auth-host=reject"];
  for (const name of letters) {
    try {
      return run(place, "initdb", [...fixed, `--lc-ctype=${name}`]);
    } catch (error) {
      if (name === letters.at(-1) || !/locale/.test(String(error))) throw error;
    }
  }
}

/** @param {Place} place @param {string} found */
function refuseOtherVersion(place, found) {
  if (found === String(place.major)) return;
  throw new Problem(
    `the database in ${place.cluster} was made by PostgreSQL ${found}, and this Kindling brings ${place.major}; ` +
      "make a backup with the Kindling that made it and restore that here.",
  );
}

/** @param {Place} place @param {string} program @param {string[]} args @param {string} [input] */
function run(place, program, args, input) {
  const env = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  const options = { ...place.runAs, cwd: "/", env, input, encoding: /** @type {const} */ ("utf8") };
  const { status, error, stdout, stderr } = spawnSync(join(place.native, "bin", program), args, options);
  if (status !== 0) throw new Problem(`${program} failed: ${error?.message ?? lastLine(stderr || stdout)}`);
}

/** @param {string} text */
const lastLine = (text) => text.trim().split("\n").at(-1) ?? "no reason given";
