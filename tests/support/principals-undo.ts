import { sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";

/** Every handle on the database in this process, for the while: see db/client.ts. */
const held = globalThis as unknown as { kindlingDb?: Database };

/** Does something inside one transaction, and takes it back: thousands of acts start from the same world. */
export async function undone<T>(work: () => Promise<T>): Promise<T> {
  const real = db();
  const back = new Error("taken back");
  let result: { value: T } | undefined;
  try {
    await real.transaction(async (tx) => {
      held.kindlingDb = tx as unknown as Database;
      try {
        result = { value: await work() };
      } finally {
        held.kindlingDb = real;
      }
      throw back;
    });
  } catch (error) {
    if (error !== back) throw error;
  }
  return result!.value;
}

/** Attempts are counted whatever comes of them, that is what they are for. */
const notCompared = new Set(["attempts"]);
let query: string | undefined;

/** A sum over every row of every table, the outbox and the realtime log among them. Sums of hashes: nothing need be sorted. */
export async function stateOfAll(): Promise<Record<string, string>> {
  query ??= await queryOverAll();
  const { rows } = await db().execute<{ name: string; sum: string }>(sql.raw(query));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

async function queryOverAll(): Promise<string> {
  const { rows } = await db().execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  return rows
    .filter(({ name }) => !notCompared.has(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, concat(count(*), ' ', sum(hashtextextended(t::text, 0))) as sum from "${name}" t`,
    )
    .join(" union all ");
}
