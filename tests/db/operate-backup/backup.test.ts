import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check } from "@/lib/operate/backup/check";
import { examine } from "@/lib/operate/backup/examine";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { leftOut } from "@/lib/operate/backup/tables";
import { checksums, community, connected, count, emptyPlace, freshFolder, livelyPlace } from "./world";

/** A restore gives every channel a higher epoch on purpose. */
const changed = [...leftOut, "channel_heads", "person_heads"];

for (const passphrase of [undefined, "correct horse battery"]) {
  it(`brings every table and file back with equal checksums${passphrase ? ", sealed too" : ""}`, async () => {
    const place = await livelyPlace();
    const file = join(freshFolder(), "backup");
    const made = await makeBackup(place, file, passphrase);
    expect(made.missing).toEqual([]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file).includes("anna@example.org")).toBe(!passphrase);

    const target = await emptyPlace();
    const restored = await restoreBackup(target, file, { passphrase });
    expect(restored).toMatchObject({ erased: 0, sameSecret: true });
    const before = await checksums(place.url, changed);
    expect(Object.keys(before).length).toBeGreaterThan(35);
    expect(await checksums(target.url, changed)).toEqual(before);
    for (const table of leftOut) expect([table, await count(target.url, table)]).toEqual([table, 0]);
    const copy = place.picture.folder.replace(place.dataDir, target.dataDir);
    expect(readFileSync(join(copy, "large"), "utf8")).toBe("Anna's picture");
    expect(await examine(target)).toEqual([]);
  });
}

it("is one consistent snapshot while others write", async () => {
  const place = await livelyPlace();
  let going = true;
  let rounds = 0;
  // Two rows in two tables, always together: a backup that tears them apart shows a difference.
  const writing = connected(place.url, async (client) => {
    while (going) {
      await client.query("begin");
      await client.query("insert into people (name) values ('Newcomer')");
      await client.query(
        "insert into memberships (community_id, person_id) select $1, id from people where name = 'Newcomer' and not exists (select from memberships m where m.person_id = people.id)",
        [community],
      );
      await client.query(
        "insert into account_ledger (id, verb, object_kind, object_id) values (gen_random_uuid(), 'account made', 'account', gen_random_uuid())",
      );
      await client.query("commit");
      rounds += 1;
    }
  });
  const file = join(freshFolder(), "backup");
  for (let n = 0; n < 3; n++) {
    const { tables } = await makeBackup(place, file);
    const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
    expect(rows.people).toBe((rows.memberships ?? 0) + 1);
    expect(rows.account_ledger).toBe((rows.people ?? 0) - 2);
    const target = await emptyPlace();
    await restoreBackup(target, file);
    expect(await count(target.url, "people")).toBe(rows.people);
    expect(await count(target.url, "memberships")).toBe(rows.memberships);
  }
  going = false;
  await writing;
  expect(rounds).toBeGreaterThan(20);
}, 180_000);

it("leaves the backup that was there when a new one fails", async () => {
  const place = await livelyPlace();
  const file = join(freshFolder(), "backup");
  await makeBackup(place, file);
  const before = readFileSync(file);
  await connected(place.url, (client) => client.query("create table hideouts (id int)"));
  await expect(makeBackup(place, file)).rejects.toThrow("hideouts");
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(existsSync(`${file}.tmp`)).toBe(false);
  await expect(check(file)).resolves.toMatchObject({ files: { count: 2 } });
});

it("says which files are not on the disk", async () => {
  const place = await livelyPlace();
  await connected(place.url, (client) =>
    client.query(
      `insert into files (id, owner_id, thing_kind, thing_id, state, type, bytes, checksum)
       select '00000000-0000-4000-8000-000000000009', id, 'person', id, 'in use', 'image/webp', 1, '' from people limit 1`,
    ),
  );
  const { missing } = await makeBackup(place, join(freshFolder(), "backup"));
  expect(missing).toEqual(["00000000-0000-4000-8000-000000000009"]);
  expect(await examine(place)).toEqual([`files: 00000000-0000-4000-8000-000000000009 is not in ${place.files.where}`]);
});
