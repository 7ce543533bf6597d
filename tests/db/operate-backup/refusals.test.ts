import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { check } from "@/lib/operate/backup/check";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { checksums, connected, emptyPlace, freshFolder, keepPicture, livelyPlace } from "./world";

const passphrase = "correct horse battery";
let plain: string;
let sealed: string;
let target: Awaited<ReturnType<typeof emptyPlace>>;
let untouched: Record<string, string>;

beforeAll(async () => {
  const place = await livelyPlace();
  await connected(place.url, (client) => client.query("delete from people where false"));
  plain = join(freshFolder(), "plain");
  sealed = join(freshFolder(), "sealed");
  await makeBackup(place, plain);
  await makeBackup(place, sealed, passphrase);
  target = await emptyPlace();
  untouched = await checksums(target.url);
});

async function refused(file: string, more: { passphrase?: string } = {}, place = target, before = untouched) {
  const why = await restoreBackup(place, file, more).then(
    () => "restored",
    (error: Error) => error.message,
  );
  expect(await checksums(place.url)).toEqual(before);
  if (place === target) expect(existsSync(join(place.dataDir, "files"))).toBe(false);
  return why;
}

function damaged(file: string, change: (bytes: Buffer) => Buffer) {
  const copy = join(freshFolder(), "damaged");
  writeFileSync(copy, change(readFileSync(file)));
  return copy;
}

it("refuses before touching anything when a byte is damaged", async () => {
  for (const [file, more] of [
    [plain, {}],
    [sealed, { passphrase }],
  ] as const) {
    const size = readFileSync(file).length;
    const places = [
      0,
      3,
      16,
      17,
      25,
      40,
      60,
      ...Array.from({ length: 6 }, (_, n) => Math.floor((size * (n + 0.5)) / 6)),
      size - 33,
      size - 1,
    ];
    for (const place of places) {
      const copy = damaged(file, (bytes) => {
        bytes[place] = (bytes[place] ?? 0) ^ 0x01;
        return bytes;
      });
      const why = await check(copy, passphrase).then(
        () => `whole with byte ${place} changed`,
        (error: Error) => error.message,
      );
      expect(why).toMatch(/is damaged|is not a backup|newer Kindling|not the passphrase/);
    }
    const copy = damaged(file, (bytes) => {
      bytes[size - 100] = (bytes[size - 100] ?? 0) ^ 0x80;
      return bytes;
    });
    expect(await refused(copy, more)).toMatch(/is damaged.*Nothing was changed/);
  }
}, 180_000);

it("refuses a backup that was cut short anywhere, or has something behind its end", async () => {
  for (const file of [plain, sealed]) {
    const size = readFileSync(file).length;
    for (const length of [0, 5, 16, 30, 300, Math.floor(size / 3), Math.floor(size / 2), size - 37, size - 1]) {
      const copy = damaged(file, (bytes) => bytes.subarray(0, length));
      await expect(check(copy, passphrase)).rejects.toThrow(/damaged|not a backup/);
    }
    const copy = damaged(file, (bytes) => bytes);
    appendFileSync(copy, "more");
    expect(await refused(copy, { passphrase })).toMatch(/is damaged/);
    truncateSync(copy, size - 60);
    expect(await refused(copy, { passphrase })).toMatch(/is damaged/);
  }
});

it("refuses pieces of a sealed backup in another order", async () => {
  const copy = damaged(sealed, (bytes) => {
    const start = bytes.indexOf("\n", 16) + 1;
    const piece = 4 + 64 * 1024 + 16;
    const [one, two] = [bytes.subarray(start, start + piece), bytes.subarray(start + piece, start + 2 * piece)];
    return Buffer.concat([bytes.subarray(0, start), two, one, bytes.subarray(start + 2 * piece)]);
  });
  expect(await refused(copy, { passphrase })).toMatch(/changed, moved or is missing/);
});

it("refuses the wrong passphrase, and none", async () => {
  expect(await refused(sealed, { passphrase: "incorrect horse" })).toMatch(/not the passphrase/);
  expect(await refused(sealed)).toMatch(/is sealed/);
});

it("refuses what a newer Kindling made", async () => {
  const format = damaged(plain, (bytes) =>
    Buffer.from(bytes.toString("latin1").replace('"format":1', '"format":2'), "latin1"),
  );
  expect(await refused(format)).toMatch(/newer Kindling/);

  const place = await livelyPlace();
  await connected(place.url, (client) =>
    client.query("insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)"),
  );
  const file = join(freshFolder(), "newer");
  await makeBackup(place, file);
  expect(await refused(file)).toMatch(/newer Kindling/);
});

it("refuses a place in which somebody or something is", async () => {
  const lived = await livelyPlace();
  expect(await refused(plain, {}, lived, await checksums(lived.url))).toMatch(/people or communities here already/);

  const littered = await emptyPlace();
  const picture = keepPicture(littered.dataDir, "somebody's");
  expect(await refused(plain, {}, littered, untouched)).toMatch(/files in .* already/);
  expect(readFileSync(join(picture.folder, "large"), "utf8")).toBe("somebody's");

  const shared = await emptyPlace();
  await connected(shared.url, (client) => client.query("create table ledger_of_another_product (id int)"));
  await expect(restoreBackup(shared, plain)).rejects.toThrow(/not Kindling's/);
});
