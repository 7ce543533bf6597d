import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import * as schema from "./schema";

export type Database = NodePgDatabase<typeof schema>;
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Statements that take longer are ended by the server: a slow database must not hold every connection. Milliseconds. */
const statementTimeout = 5_000;

// Kept on globalThis because the framework loads this module once per bundle, and a process wants one pool.
const held = globalThis as unknown as { kindlingPool?: Pool; kindlingDb?: Database };

/** One pool of connections a process, opened at first use and never during the build. */
export function pool(): Pool {
  if (!held.kindlingPool) {
    held.kindlingPool = new Pool({
      connectionString: process.env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 4_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: 15_000,
      application_name: "kindling",
    });
    // A server that goes away ends idle connections; without a listener that would end the process too.
    held.kindlingPool.on("error", () => {});
  }
  return held.kindlingPool;
}

export function db(): Database {
  held.kindlingDb ??= drizzle(pool(), { schema });
  return held.kindlingDb;
}

export async function closeDb(): Promise<void> {
  await held.kindlingPool?.end();
  held.kindlingPool = undefined;
  held.kindlingDb = undefined;
}
