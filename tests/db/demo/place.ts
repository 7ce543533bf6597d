import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { demoDatabase, direct, freshDatabase } from "@/tests/support/cluster";
import { testSecrets } from "@/tests/support/secrets";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty database and data folder, as the variables of a process. */
export async function freshPlace() {
  return placeWith(freshDatabase);
}

/** The same after a first start: everything that `seed.ts` plants. */
export const plantedPlace = () => placeWith(demoDatabase);

async function placeWith(database: (dataDir: string) => Promise<string>) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "kindling-demo-"));
  folders.push(DATA_DIR);
  const url = await database(DATA_DIR);
  return { ...testSecrets, DATA_DIR, DATABASE_URL: url, DATABASE_URL_DIRECT: direct(url), KINDLING_DEMO: "1" };
}

export async function asked<Row>(url: string, question: string, values: unknown[] = []): Promise<Row[]> {
  return connected(url, async (client) => (await client.query(question, values)).rows as Row[]);
}

/** Everything in the database, row by row. */
export async function everything(url: string): Promise<Record<string, string[]>> {
  return connected(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const found: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const all = await client.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t order by 1`);
      found[name] = all.rows.map(({ row }) => row);
    }
    return found;
  });
}

export async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
