import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { files } from "@/db/schema/files";
import { openDesk } from "@/lib/access/gate";
import { attachFile, draftPicture } from "@/lib/files/commands";
import { disk } from "@/lib/files/disk";
import { clearLooseFiles } from "@/lib/files/jobs";
import { avatarLimits } from "@/lib/files/pictures";
import { storage } from "@/lib/files/storage";
import { addPart, beginImport } from "@/lib/files/uploads";
import { examine } from "@/lib/operate/backup/examine";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { eraseMe } from "@/lib/privacy/commands";
import { startS3 } from "@/tests/support/s3";
import { plain } from "@/tests/unit/files/pictures";
import { aPerson, as, onFreshDatabase } from "../jobs/product";
import { emptyPlace, freshFolder } from "../operate-backup/world";
import { aCommunity, key } from "../privacy/person";

const { dataDir } = onFreshDatabase();
let server: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  server = await startS3();
  Object.assign(process.env, server.variables);
});
beforeEach(async () => {
  server.objects.clear();
  await db().delete(files);
});
afterAll(() => server.stop());

const inBucket = () => [...server.objects.keys()].sort();
const place = () => ({ url: process.env.DATABASE_URL_DIRECT ?? "", dataDir, files: storage(), secret: "secret" });

async function withFace() {
  const me = await aPerson();
  const id = await draftPicture(await as(me), await plain("png", 60, 60), avatarLimits);
  await db().transaction((tx) => attachFile(tx, me, id, { kind: "person", id: me }));
  return { me, id };
}

test("a face lies in the bucket and not on the disk; who is erased takes it along", async () => {
  const { me, id } = await withFace();
  const other = await withFace();
  expect(inBucket()).toEqual([id, other.id].sort().flatMap((each) => [`${each}/large`, `${each}/small`]));
  expect(existsSync(join(dataDir, "files"))).toBe(false);
  await eraseMe(await as(me), { mode: "name" }, key());
  expect(inBucket()).toEqual([`${other.id}/large`, `${other.id}/small`]);
});

test("what the bucket could not be told at once, the sweep tells it later", async () => {
  const { me, id } = await withFace();
  server.troubles.push(...Array.from({ length: 3 }, () => ({ status: 503, code: "SlowDown" })));
  await eraseMe(await as(me), { mode: "name" }, key());
  expect(inBucket()).toHaveLength(2);
  await db().update(files).set({ stateSince: sql`now() - interval '25 hours'` }).where(eq(files.id, id));
  await db().transaction((tx) => clearLooseFiles.run(tx));
  expect(inBucket()).toEqual([]);
});

test("an import that came in parts lies there whole, under a sum that is its own", async () => {
  const { desk } = await aCommunity("pool");
  const access = openDesk(await desk());
  const bytes = Buffer.alloc(100_000, "import");
  const { id } = await beginImport(access, { size: bytes.length }, key());
  const me = await as(access.personId);
  for (const from of [0, 60_000]) {
    const part = bytes.subarray(from, from + 60_000);
    const checksum = createHash("sha256").update(part).digest("base64");
    await addPart(me, id, { offset: from, checksum, bytes: part });
  }
  expect(inBucket()).toEqual([`${id}/original`]);
  expect(server.objects.get(`${id}/original`)?.equals(bytes)).toBe(true);
  expect(existsSync(join(dataDir, "uploads", id))).toBe(false);
  const [row] = await db().select().from(files).where(eq(files.id, id));
  expect(row).toMatchObject({ state: "draft", checksum: createHash("sha256").update(bytes).digest("hex") });
});

test("a backup moves files from a bucket to a disk and back, and both are found sound", async () => {
  const { id } = await withFace();
  const before = new Map(server.objects);
  const file = join(freshFolder(), "backup");
  expect(await examine(place())).toEqual([]);
  expect((await makeBackup(place(), file)).missing).toEqual([]);

  const onDisk = await emptyPlace();
  await restoreBackup(onDisk, file);
  expect(await examine(onDisk)).toEqual([]);
  expect(await disk(onDisk.dataDir).variants(id)).toEqual(["large", "small"]);

  const again = join(freshFolder(), "backup");
  await makeBackup(onDisk, again);
  const back = { ...(await emptyPlace()), files: storage() };
  // The bucket is in use by somebody, so nothing is put there.
  server.objects.set("0b0e9c1e-7a55-4f0e-9d80-111111111111/large", Buffer.from("somebody's"));
  await expect(restoreBackup(back, again)).rejects.toThrow("files in the bucket kindling-tests already");
  server.objects.clear();
  await restoreBackup(back, again);
  expect(inBucket()).toEqual([...before.keys()].sort());
  for (const [name, bytes] of before) expect(server.objects.get(name)?.equals(bytes), name).toBe(true);
  expect(await examine(back)).toEqual([]);
  server.objects.delete(`${id}/large`);
  server.objects.set(`${id}/small`, Buffer.from("something else"));
  expect(await examine(back)).toEqual([`files: ${id} is not what was kept`]);
});
