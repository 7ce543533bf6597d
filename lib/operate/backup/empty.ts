import type { Client } from "pg";
import { allTables } from "@/db/tenancy";
import type { Storage } from "@/lib/files/keys";
import { Problem } from "../problem.mjs";

/** A restore makes the tables anew, so nobody may be there. Files of this very backup are left from a restore that was cut short. */
export async function demandEmpty(
  client: Client,
  files: Storage,
  ofBackup: () => Promise<ReadonlySet<string>>,
): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(`
    select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`);
  const ours: readonly string[] = allTables;
  const strange = tables.find(({ name }) => !ours.includes(name));
  if (strange)
    throw new Problem(`The database holds a table that is not Kindling's (${strange.name}). Nothing was changed.`);
  for (const name of ["people", "brands", "files"]) {
    if (!tables.some((table) => table.name === name)) continue;
    const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${name}) as some`);
    if (rows[0]?.some)
      throw new Problem(
        "There are people or communities here already. A backup is restored into an empty place only. Nothing was changed.",
      );
  }
  const lying: string[] = [];
  for await (const id of files.ids()) lying.push(id);
  if (lying.length === 0) return;
  const left = await ofBackup();
  if (lying.some((id) => !left.has(id)))
    throw new Problem(
      `There are files in ${files.where} already. A backup is restored into an empty place only. Nothing was changed.`,
    );
}
