import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as apply } from "drizzle-orm/node-postgres/migrator";
import { Client } from "pg";

/** Any number that nothing else locks. */
const lock = 4_271_963;

/**
 * Brings the database to the newest migration. Two starters at once: one migrates, the other waits and finds nothing to do.
 * Each migration is one transaction with its mark, so a kill leaves the state before or after it.
 */
export async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: "kindling-migrate" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lock]);
    await apply(drizzle(client), { migrationsFolder: "db/migrations" });
  } finally {
    await client.end();
  }
}
