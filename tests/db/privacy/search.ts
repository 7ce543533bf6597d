import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";

/** Everywhere a text still stands: every row of every table of every schema, whatever the type of its columns. */
export async function searchDatabase(client: Client, canary: string): Promise<string[]> {
  const { rows: tables } = await client.query<{ it: string }>(`
    select format('%I.%I', table_schema, table_name) as it from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`);
  const found: string[] = [];
  for (const { it } of tables) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${it} t where t::text ilike $1`, [
      `%${canary}%`,
    ]);
    for (const { row } of rows) found.push(`${it}: ${row}`);
  }
  return found;
}

/** The same for every file below a folder, its name included. */
export function searchFolder(folder: string, canary: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .map((entry) => ({ path: join(entry.parentPath, entry.name), file: entry.isFile() }))
    .filter(({ path, file }) => path.includes(canary) || (file && readFileSync(path).includes(canary)))
    .map(({ path }) => path);
}
