import { Problem } from "../problem.mjs";

/** Without these an acknowledged post can be lost in a power cut; there is no setting to do without. */
const durable = ["fsync", "full_page_writes", "synchronous_commit"];
const OLDEST = 15;

/**
 * Whether this is a database that keeps what it acknowledges. The address may hold a password and is never shown.
 * @param {string} connectionString
 */
export async function checkDatabase(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT name, setting FROM pg_settings WHERE name = ANY ($1)", [
      [...durable, "server_version_num", "server_encoding"],
    ]);
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    for (const name of durable) {
      if (settings[name] === "off") throw new Problem(`the database has ${name} off and would lose posts; turn it on.`);
    }
    if (settings.server_version_num < OLDEST * 10_000) throw new Problem(`PostgreSQL ${OLDEST} or newer is needed.`);
    if (settings.server_encoding !== "UTF8") throw new Problem("the database must have the encoding UTF8.");
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(
      `the database does not answer: ${/** @type {any} */ (error).message || /** @type {any} */ (error).code}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
