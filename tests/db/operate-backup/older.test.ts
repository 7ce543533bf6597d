import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { noteErasures } from "@/lib/privacy/erasures-log";
import { ben, checksums, connected, count, emptyPlace, freshFolder, livelyPlace } from "./world";

/** A migration of tomorrow: today's backups are then older ones. */
const later = {
  sql: [
    "alter table communities add column motto text not null default 'kept'",
    "update communities set motto = upper(slug)",
  ],
  hash: "of tomorrow",
  folderMillis: 9_999_999_999_999,
  bps: true,
};
const tomorrow = vi.hoisted(() => ({ yet: false }));
vi.mock("drizzle-orm/migrator", async (original) => {
  const real = await original<typeof import("drizzle-orm/migrator")>();
  return {
    ...real,
    readMigrationFiles: (config: never) => [...real.readMigrationFiles(config), ...(tomorrow.yet ? [later] : [])],
  };
});

it("restores an older backup by the older tables, and then migrates", async () => {
  const place = await livelyPlace();
  const file = join(freshFolder(), "older");
  await makeBackup(place, file);
  tomorrow.yet = true;
  const target = await emptyPlace();
  await restoreBackup(target, file);
  tomorrow.yet = false;
  await connected(target.url, async (client) => {
    expect((await client.query("select slug, motto from communities")).rows).toEqual([{ slug: "here", motto: "HERE" }]);
    expect(
      (await client.query("select hash from drizzle.__drizzle_migrations order by created_at desc limit 1")).rows,
    ).toEqual([{ hash: "of tomorrow" }]);
  });
});

it("leaves everything as it was when a restore fails on its way", async () => {
  const place = await livelyPlace();
  const file = join(freshFolder(), "backup");
  await makeBackup(place, file);
  const target = await emptyPlace();
  const before = await checksums(target.url);
  tomorrow.yet = true;
  later.sql.push("select 1 / 0");
  await expect(restoreBackup(target, file)).rejects.toThrow("division by zero");
  later.sql.pop();
  tomorrow.yet = false;
  expect(await checksums(target.url)).toEqual(before);
  // What it had written is gone too, so that it can simply be tried again.
  await restoreBackup(target, file);
  expect(await count(target.url, "people")).toBe(2);
});

it("replays erasures: the erased stay erased", async () => {
  const place = await livelyPlace();
  const file = join(freshFolder(), "backup");
  await makeBackup(place, file);
  const target = await emptyPlace();
  // The place lost its database and kept its data folder.
  await noteErasures(target.dataDir, [{ personId: ben, mode: "texts", at: new Date("2026-05-01T10:00:00Z") }]);
  expect(await restoreBackup(target, file)).toMatchObject({ erased: 1 });
  await connected(target.url, async (client) => {
    const { rows } = await client.query("select state, name, email, erased_at from people where id = $1", [ben]);
    expect(rows).toEqual([{ state: "erased", name: null, email: null, erased_at: new Date("2026-05-01T10:00:00Z") }]);
    expect((await client.query("select mode from erasures")).rows).toEqual([{ mode: "texts" }]);
  });
  // And in the next backup they are erased from the start.
  const next = join(freshFolder(), "next");
  await makeBackup(target, next);
  expect(await restoreBackup(await emptyPlace(), next)).toMatchObject({ erased: 0 });
});
