import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { disk } from "@/lib/files/disk";
import { direct, freshDatabase } from "../../support/cluster";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function freshFolder() {
  const folder = mkdtempSync(join(tmpdir(), "kindling-backup-"));
  folders.push(folder);
  return folder;
}

/** A database and a data folder in which nobody is. */
export async function emptyPlace() {
  const dataDir = freshFolder();
  return { url: direct(await freshDatabase()), dataDir, files: disk(dataDir), secret: "the secret of this place" };
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

/** What COPY's text format has to escape, and what it must not touch. */
const awkward = "tab\t newline\n return\r backslash\\ \\N \\. null: \u{1f525} \u202eright to left";

export const anna = "aaaaaaaa-0000-4000-8000-000000000001";
export const ben = "bbbbbbbb-0000-4000-8000-000000000002";
const brand = "cccccccc-0000-4000-8000-000000000001";
export const community = "dddddddd-0000-4000-8000-000000000001";

/** Anna owns a brand with a community, Ben is in it, and every kind of row is there. */
export async function livelyPlace() {
  const place = await emptyPlace();
  const picture = keepPicture(place.dataDir, "Anna's picture");
  await connected(place.url, async (client) => {
    const run = (sql: string, values: unknown[] = []) => client.query(sql, values);
    await run(
      "insert into people (id, name, email, bio) values ($1, 'Anna', 'anna@example.org', $3), ($2, 'Ben', 'ben@example.org', null)",
      [anna, ben, awkward],
    );
    await run("insert into brands (id, slug, name, colour, founded_by) values ($1, 'brand', 'Brand', '#b4532a', $2)", [
      brand,
      anna,
    ]);
    await run("insert into brand_owners (brand_id, person_id) values ($1, $2)", [brand, anna]);
    await run(
      "insert into communities (id, brand_id, slug, name, purpose, zone, locale) values ($1, $2, 'here', 'Here', 'To be here', 'Europe/Berlin', 'en')",
      [community, brand],
    );
    await run("insert into memberships (community_id, person_id, brought_by) values ($1, $2, $3)", [
      community,
      ben,
      anna,
    ]);
    await run("insert into passwords (person_id, hash) values ($1, 'argon')", [ben]);
    await run(
      "insert into sessions (secret_hash, person_id, device, expires_at) values ('hash', $1, 'Firefox', now() + interval '1 day')",
      [ben],
    );
    await run(
      "insert into tokens (hash, purpose, person_id, expires_at) values ('token', 'reset', $1, now() + interval '1 day')",
      [ben],
    );
    await run("insert into person_settings (person_id, key, value) values ($1, 'theme', $2)", [
      ben,
      JSON.stringify({ deep: [1, null, "ü"] }),
    ]);
    await run("insert into channel_heads (community_id, channel, last_seq) values ($1, 'community', 1)", [community]);
    await run(
      "insert into events (community_id, channel, seq, kind, subject) values ($1, 'community', 1, 'member.joined', '{}')",
      [community],
    );
    await run(
      "insert into ledger (id, community_id, actor_id, verb, object_kind, object_id) select gen_random_uuid(), $1, $2, 'membership began', 'membership', $2 from generate_series(1, 20000)",
      [community, ben],
    );
    await run(
      "insert into files (id, owner_id, thing_kind, thing_id, state, type, bytes, checksum) values ($1, $2, 'person', $2, 'in use', 'image/webp', 14, $3)",
      [picture.id, ben, picture.checksum],
    );
    await run("update people set avatar_file_id = $1 where id = $2", [picture.id, ben]);
  });
  return { ...place, picture };
}

export function keepPicture(dataDir: string, text: string) {
  const id = randomUUID();
  const folder = join(dataDir, "files", id.slice(0, 2), id.slice(2, 4), id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "large"), text);
  writeFileSync(join(folder, "small"), "small");
  return { id, folder, checksum: createHash("sha256").update(text).digest("hex") };
}

/** A checksum of every table's rows, whatever their order. */
export async function checksums(url: string, but: readonly string[] = []): Promise<Record<string, string>> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    );
    const sums: Record<string, string> = {};
    for (const { name } of rows) {
      if (but.includes(name)) continue;
      const found = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as sum from "${name}" t`,
      );
      sums[name] = found.rows[0].sum;
    }
    return sums;
  });
}

export const count = (url: string, table: string) =>
  connected(url, async (client) => Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n));
