import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { closeDb, db } from "@/db/client";
import { people } from "@/db/schema/people";
import { openPerson } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { direct, freshDatabase } from "@/tests/support/cluster";

/** The product's own commands and queries on a fresh database, in this process. */
export function onFreshDatabase() {
  const dataDir = mkdtempSync(join(tmpdir(), "kindling-files-"));
  beforeAll(async () => {
    const url = await freshDatabase();
    Object.assign(process.env, {
      DATABASE_URL: url,
      DATABASE_URL_DIRECT: direct(url),
      AUTH_SECRET: "the secret of the tests, which guards nothing at all",
      ORIGIN: "https://tea.example",
      MAIL_FROM: "Kindling <hello@tea.example>",
      DATA_DIR: dataDir,
      LOG_LEVEL: "silent",
      SMTP_URL: "",
    });
  });
  afterAll(async () => {
    await closeDb();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { dataDir };
}

type Facts = Partial<typeof people.$inferInsert>;

export async function aPerson(facts: Facts = {}): Promise<string> {
  const email = `${randomUUID()}@people.example`;
  const [made] = await db()
    .insert(people)
    .values({ name: "Ada Okonkwo", email, emailVerifiedAt: new Date(), ...facts })
    .returning({ id: people.id });
  return made!.id;
}

export const as = async (personId: string) => openPerson(await viewerOf(personId));

/** Every row of every table of ours, to compare before and after. */
export async function everything(): Promise<Record<string, string[]>> {
  const tables = await db().execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await db().execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t order by 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
