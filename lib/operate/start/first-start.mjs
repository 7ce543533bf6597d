import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "./environment.mjs";
import { mustRun, runTypeScript } from "./typescript.mjs";

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
  if (ours && inhabited && note.complete) return { welcome: await withMore(file, note, variables), demo: true };
  if (inhabited && !ours) return { welcome: "", demo: false };
  if (empty) return { welcome: await mustRun("lib/operate/found-code.ts", [], variables), demo: false };

  // Noted before it begins: a seed that was cut short is taken up again, and not mistaken for somebody's community.
  write(file, { database, complete: false });
  console.error("kindling: first start, making the demo");
  const welcome = await mustRun("lib/operate/seed.ts", [], { ...variables, KINDLING_DEMO: "1" });
  write(file, { database, complete: true, welcome, content: content() });
  return { welcome, demo: true };
}

/**
 * A demo planted by an older version gets what is new in it. It is a demo: whatever comes in the way, the start goes on,
 * and the next one tries again.
 * @param {string} file @param {{ welcome: string, content?: string }} note @param {Variables} variables
 */
async function withMore(file, note, variables) {
  const now = content();
  if (note.content === now) return note.welcome;
  console.error("kindling: the demo gets what is new in it");
  const planted = { ...variables, KINDLING_DEMO: "1" };
  const { code, text } = await runTypeScript("lib/operate/seed.ts", ["--more"], planted, "pipe");
  if (code !== 0) {
    console.error("kindling: the demo stays as it was; why stands above");
    return note.welcome;
  }
  write(file, { ...note, welcome: text, content: now });
  return text;
}

/** Which demo this version plants: told by its files, which nobody can forget to count up. */
function content() {
  const home = join(project, "lib", "demo");
  const hash = createHash("sha256");
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash
      .update(`${path.slice(home.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
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
