import { spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { expect, it } from "vitest";
import { openNewcomer, openPerson } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { changeAvatar } from "@/lib/accounts/avatar";
import { disk } from "@/lib/files/disk";
import { addPart, beginPicture } from "@/lib/files/uploads";
import { joinCommunity } from "@/lib/members/commands";
import { examine } from "@/lib/operate/backup/examine";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { noise } from "../../unit/files/pictures";
import { browser, idOf, key, linkTo } from "../accounts/house";
import { onFreshDatabase } from "../jobs/product";
import { aHouse, type House } from "../members/house";
import { connected, emptyPlace, freshFolder } from "./world";

const { dataDir } = onFreshDatabase();
const verifyCommand = join(import.meta.dirname, "../../../lib/operate/run.mjs");

/** What belongs together because one command writes it. Each query answers what stands alone. */
const together: Record<string, string> = {
  "somebody who signed up, without a password":
    "select id::text as it from people p where email like '%@load.example' and not exists (select from passwords w where w.person_id = p.id)",
  "a verified account that the ledger does not know":
    "select id::text as it from people p where email like '%@load.example' and email_verified_at is not null and not exists (select from account_ledger l where l.verb = 'address verified' and l.object_id = p.id)",
  "a membership that the ledger does not know":
    "select person_id::text as it from memberships m where not exists (select from ledger l where l.community_id = m.community_id and l.verb = 'membership began' and l.object_id = m.person_id) and role <> 'manager'",
  "a membership of the ledger that there is not":
    "select l.object_id::text as it from ledger l where l.verb = 'membership began' and not exists (select from memberships m where m.community_id = l.community_id and m.person_id = l.object_id)",
  "a member whose form would be taken again":
    "select person_id::text as it from memberships m where role = 'member' and not exists (select from writes w where w.name = 'members.join' and w.done and w.actor = m.person_id::text)",
  "a badge that the ledger does not know":
    "select g.id::text as it from grants g where not exists (select from brand_ledger l where l.brand_id = g.brand_id and l.verb = 'badge granted' and l.object_id = g.id)",
  "a granted badge of the ledger that there is not":
    "select object_id::text as it from brand_ledger l where l.verb = 'badge granted' and not exists (select from grants g where g.brand_id = l.brand_id and g.id = l.object_id)",
  "a face whose file is not in use":
    "select p.id::text as it from people p join files f on f.id = p.avatar_file_id where f.state <> 'in use' or f.thing_id <> p.id",
  "a file in use that nothing uses":
    "select f.id::text as it from files f where f.state = 'in use' and not exists (select from people p where p.avatar_file_id = f.id)",
};

async function apart(client: Client) {
  const found: Record<string, string[]> = {};
  for (const [what, query] of Object.entries(together)) {
    const { rows } = await client.query<{ it: string }>(query);
    if (rows.length > 0) found[what] = rows.map(({ it: one }) => one);
  }
  return found;
}

/** Somebody's first day: signs up, confirms, joins, shows a face and then another, and is given a badge. */
async function life(n: string, house: House, badge: string, face: () => File) {
  const email = `${n}@load.example`;
  const own = browser();
  await own.signUp(`Newcomer ${n}`, email);
  await own.verify(await linkTo(email));
  const personId = await idOf(email);
  await joinCommunity(openNewcomer(await house.to(personId)), {}, { key: key() });
  for (let turn = 0; turn < 2; turn++)
    await changeAvatar(openPerson(await viewerOf(personId)), { picture: face() }, { key: key() });
  await house.grant(badge, personId);
  return personId;
}

/** A large picture in two parts, of which nobody makes use yet. */
async function sends(personId: string, picture: Buffer) {
  const proof = openPerson(await viewerOf(personId));
  const { id } = await beginPicture(proof, { size: picture.byteLength }, { key: key() });
  const half = Math.floor(picture.byteLength / 2);
  for (const [offset, bytes] of [
    [0, picture.subarray(0, half)],
    [half, picture.subarray(half)],
  ] as const)
    await addPart(proof, id, { offset, bytes, checksum: createHash("sha256").update(bytes).digest("base64") });
}

it("a backup under full load of the application is whole: every reference, every file with its row, the ledger equal to the rows", async () => {
  const house = await aHouse();
  const badge = await house.aBadge("First Light");
  const picture = await noise(80, 60);
  const face = () => new File([new Uint8Array(picture)], `${randomUUID()}.png`, { type: "image/png" });
  const place = { url: process.env.DATABASE_URL_DIRECT!, dataDir, files: disk(dataDir), secret: "this place" };

  let going = true;
  let lives = 0;
  const waiting: { until: number; done: () => void }[] = [];
  const worker = async (name: string) => {
    for (let n = 0; going; n++) {
      await sends(await life(`${name}-${n}`, house, badge, face), picture);
      lives += 1;
      for (const { until, done } of waiting) if (lives >= until) done();
    }
  };
  const working = Promise.all(["ada", "bo", "cleo", "dov"].map(worker));
  // A worker that fails must fail the test, and not leave it waiting for lives that never come.
  const livesMore = (more: number) =>
    Promise.race([working, new Promise<void>((done) => waiting.push({ until: lives + more, done }))]);

  const made: { file: string; people: number; during: number }[] = [];
  try {
    for (let n = 0; n < 3; n++) {
      await livesMore(3);
      const before = lives;
      const file = join(freshFolder(), "backup");
      const { tables, missing, files } = await makeBackup(place, file);
      expect(missing).toEqual([]);
      expect(files.count).toBeGreaterThan(0);
      made.push({ file, people: tables.find(({ name }) => name === "people")?.rows ?? 0, during: lives - before });
    }
  } finally {
    going = false;
    await working;
  }
  // They were made while people came.
  expect(made[0]!.people).toBeLessThan(made[1]!.people);
  expect(made[1]!.people).toBeLessThan(made[2]!.people);
  expect(lives).toBeGreaterThanOrEqual(9);

  for (const { file, people } of made) {
    const target = await emptyPlace();
    await restoreBackup(target, file);
    await connected(target.url, async (client) => {
      expect(await apart(client)).toEqual({});
      const { rows } = await client.query("select count(*)::int as n from people");
      expect(rows).toEqual([{ n: people }]);
      const ids = await client.query<{ id: string }>("select id from files where state <> 'orphan'");
      const known = new Set(ids.rows.map(({ id }) => id));
      for await (const id of target.files.ids()) expect(known).toContain(id);
    });
    const { status, stdout } = spawnSync(process.execPath, [verifyCommand, "lib/operate/verify.ts"], {
      env: { ...process.env, DATABASE_URL: target.url, DATABASE_URL_DIRECT: target.url, DATA_DIR: target.dataDir },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([0, "The database and its files are sound.\n"]);
  }
  // Nothing half written is left over where it was made.
  expect(made.flatMap(({ file }) => readdirSync(join(file, "..")))).toEqual(made.map(() => "backup"));
}, 120_000);

it("an upload whose bytes are still on their way is neither missing from a backup nor wrong where it is restored", async () => {
  const { url, dataDir: folder, files } = await emptyPlace();
  await connected(url, async (client) => {
    await client.query("insert into people (id, name, email) values ($1, 'Ada', 'ada@example.org')", [randomUUID()]);
    await client.query(
      "insert into files (owner_id, type, bytes, checksum) select id, 'image/webp', 10, 'soon' from people",
    );
  });
  const file = join(freshFolder(), "backup");
  expect(await makeBackup({ url, dataDir: folder, files }, file)).toMatchObject({ missing: [], files: { count: 0 } });
  const target = await emptyPlace();
  await restoreBackup(target, file);

  expect(await examine(target)).toEqual([]);
});
