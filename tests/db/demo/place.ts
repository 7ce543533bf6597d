import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { direct, freshDatabase } from "@/tests/support/cluster";
import { testSecrets } from "@/tests/support/server";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty database and data folder, as the variables of a process. */
export async function freshPlace() {
  const url = await freshDatabase();
  const DATA_DIR = mkdtempSync(join(tmpdir(), "kindling-demo-"));
  folders.push(DATA_DIR);
  return { ...testSecrets, DATA_DIR, DATABASE_URL: url, DATABASE_URL_DIRECT: direct(url), KINDLING_DEMO: "1" };
}

export async function asked<Row>(url: string, question: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(question, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Everything in the database, row by row. */
export async function everything(url: string): Promise<Record<string, string[]>> {
  const tables = await asked<{ name: string }>(
    url,
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const rows = tables.map(async ({ name }) => {
    const all = await asked<{ row: string }>(url, `select to_jsonb(t)::text as row from "${name}" t order by 1`);
    return [name, all.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}
