import type { Client } from "pg";
import { allTables, type TableName } from "@/db/tenancy";

/** Why each does not come along stands in README.md. */
export const leftOut: readonly TableName[] = ["sessions", "known_browsers", "tokens", "attempts", "outbox", "uploads"];

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables that are saved, as the database has them. A table that nobody declared stops the backup: it might hold anything. */
export async function savedTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by c.relname`);
  const declared: readonly string[] = allTables;
  const strange = rows.find(({ name }) => !declared.includes(name));
  if (strange) throw new Error(`The table ${strange.name} is not declared in db/tenancy.ts.`);
  const out: readonly string[] = leftOut;
  return rows.filter(({ name }) => !out.includes(name));
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (table: Table) => `${quoted(table.name)} (${table.columns.map(quoted).join(", ")})`;
