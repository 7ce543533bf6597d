import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Client } from "pg";
import { Problem } from "../problem.mjs";
import type { Manifest } from "./format";

type Applied = Manifest["migrations"];

/** What was applied to a database, in order. */
export async function migrationsOf(client: Client): Promise<Applied> {
  const { rows } = await client.query<{ hash: string; at: string }>(
    "select hash, created_at as at from drizzle.__drizzle_migrations order by created_at, id",
  );
  return rows;
}

export const ourMigrations = () => readMigrationFiles({ migrationsFolder: "db/migrations" });

/** A backup of an older Kindling is ours up to some migration; one of a newer Kindling knows more than we do. */
export function demandOurs(theirs: Applied, ours = ourMigrations()): void {
  if (theirs.length === 0) throw new Problem("The backup does not say how its tables are made. Nothing was changed.");
  const known = new Set(ours.map(({ hash }) => hash));
  if (theirs.every(({ hash }, n) => hash === ours[n]?.hash)) return;
  if (theirs.length > ours.length || theirs.some(({ hash }) => !known.has(hash)))
    throw new Problem(
      "The backup was made by a newer Kindling, or by another one; restore it with that. Nothing was changed.",
    );
  throw new Problem("The backup has other migrations than this Kindling. Nothing was changed.");
}

/** Makes the tables anew as they were at the first `count` migrations. Only in a database in which nobody is. */
export async function remake(client: Client, count: number): Promise<void> {
  await removeOurs(client);
  await client.query("create schema drizzle");
  await client.query(
    "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  await apply(client, 0, count);
}

export async function apply(client: Client, from: number, to?: number): Promise<void> {
  for (const { sql, hash, folderMillis } of ourMigrations().slice(from, to)) {
    for (const statement of sql) await client.query(statement);
    await client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)", [
      hash,
      folderMillis,
    ]);
  }
}

/** What stands in `public` and no extension brought. */
async function removeOurs(client: Client): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(`
    select format('drop %s if exists public.%I cascade', case relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'S' then 'sequence' else 'table' end, relname) as drop
    from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
    where pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select format('drop type if exists public.%I cascade', typname) from pg_type t
    where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
      and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')`);
  for (const { drop } of rows) await client.query(drop);
  await client.query("drop schema if exists drizzle cascade");
}
