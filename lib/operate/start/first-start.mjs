import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun } from "./typescript.mjs";

/** @typedef {import("./environment.mjs").Variables} Variables */

/**
 * Fills a database in which nobody is yet: with the demo, or with a code by which the first person founds theirs.
 * `demo.json` says which database holds our demo. Demo mode lets people in without a password, so it is never
 * concluded from the data folder alone: the operator may have pointed DATABASE_URL elsewhere since.
 * @param {{ dataDir: string, empty: boolean, variables: Variables }} options
 * @returns {Promise<{ welcome: string, demo: boolean }>}
 */
export async function firstStart({ dataDir, empty, variables }) {
  const file = join(dataDir, "demo.json");
  const { database, inhabited } = await look(variables.DATABASE_URL_DIRECT ?? "");
  const note = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const ours = note?.database === database;
  if (ours && inhabited && note.complete) return { welcome: note.welcome, demo: true };
  if (inhabited && !ours) return { welcome: "", demo: false };
  if (empty) return { welcome: await mustRun("lib/operate/found-code.ts", [], variables), demo: false };

  // Noted before it begins: a seed that was cut short is taken up again, and not mistaken for somebody's community.
  write(file, { database, complete: false });
  console.error("kindling: first start, making the demo");
  const welcome = await mustRun("lib/operate/seed.ts", [], { ...variables, KINDLING_DEMO: "1" });
  write(file, { database, complete: true, welcome });
  return { welcome, demo: true };
}

/** @param {string} file @param {object} content */
function write(file, content) {
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/**
 * Which database this is, for good, and whether anybody is in it.
 * @param {string} connectionString
 */
async function look(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT system_identifier FROM pg_control_system()) || '/' || oid AS database
       FROM pg_database WHERE datname = current_database()`,
    );
    const people = await client.query("SELECT EXISTS (SELECT FROM people) AS inhabited");
    return { database: rows[0].database, inhabited: people.rows[0].inhabited };
  } finally {
    await client.end();
  }
}
