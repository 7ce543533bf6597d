import type { Client } from "pg";

export type Column = { table: string; column: string; type: string; nullable: boolean; preset: string | null };
export type Key = { table: string; name: string; primary: boolean; columns: string[] };
export type Reference = { table: string; columns: string[]; target: string; targetColumns: string[] };

/** What the database itself says about our tables. */
export async function readCatalogue(client: Client) {
  const ask = async <T>(query: string) => (await client.query(query)).rows as T[];
  const schemas = await ask<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('public', 'information_schema')`,
  );
  const tables = await ask<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  const columns = await ask<Column>(`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable,
      coalesce(column_default, identity_generation) as preset
    from information_schema.columns where table_schema = 'public'`);
  const keys = await ask<Key>(`
    select t.relname as table, i.relname as name, x.indisprimary as primary,
      array(select coalesce(a.attname, '(expression)') from unnest(x.indkey) with ordinality k(n, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n and k.n > 0 order by place)::text[] as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where x.indisunique and t.relnamespace = 'public'::regnamespace`);
  const references = await ask<Reference>(`
    select t.relname as table, f.relname as target,
      array(select attname from unnest(c.conkey) with ordinality k(n, place)
        join pg_attribute on attrelid = t.oid and attnum = n order by place)::text[] as columns,
      array(select attname from unnest(c.confkey) with ordinality k(n, place)
        join pg_attribute on attrelid = f.oid and attnum = n order by place)::text[] as "targetColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = 'public'::regnamespace`);
  return {
    schemas: schemas.map(({ name }) => name),
    tables: tables.map(({ name }) => name),
    columns,
    keys,
    references,
  };
}

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>;
