import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { files, uploads } from "@/db/schema/files";
import { clearLooseFiles } from "@/lib/files/jobs";
import { addPart, beginPicture, progressOf } from "@/lib/files/uploads";
import { noise, svgScript } from "@/tests/unit/files/pictures";
import { aPerson, as, onFreshDatabase } from "../jobs/product";

const { dataDir } = onFreshDatabase();
const more = () => ({ key: randomUUID() });
const part = (bytes: Uint8Array, offset: number) => ({
  offset,
  bytes,
  checksum: createHash("sha256").update(bytes).digest("base64"),
});
const waiting = () => (existsSync(join(dataDir, "uploads")) ? readdirSync(join(dataDir, "uploads")) : []);
const kept = () => readdirSync(join(dataDir, "files"), { recursive: true }).filter((path) => !/\./.test(String(path)));

beforeEach(async () => {
  rmSync(join(dataDir, "uploads"), { recursive: true, force: true });
  await db().delete(uploads);
  await db().delete(files);
});

test("a picture sent in parts, with a break between them, becomes a draft of its owner", async () => {
  const ada = await as(await aPerson());
  const picture = await noise(300, 200);
  const third = Math.ceil(picture.byteLength / 3);
  const { id } = await beginPicture(ada, { size: picture.byteLength }, more());
  await addPart(ada, id, part(picture.subarray(0, third), 0));
  // The line broke; the sender asks where to go on from.
  const { received } = await progressOf(ada, id);
  expect(received).toBe(third);
  await addPart(ada, id, part(picture.subarray(received, 2 * third), received));
  const { fileId } = await addPart(ada, id, part(picture.subarray(2 * third), 2 * third));
  const [file] = await db().select().from(files);
  expect(file).toMatchObject({ id: fileId, ownerId: ada.personId, state: "draft", type: "image/webp", width: 300 });
  expect(waiting()).toEqual([]);
});

test("the same part twice, or out of order, is answered with the true place and changes nothing", async () => {
  const ada = await as(await aPerson());
  const { id } = await beginPicture(ada, { size: 100 }, more());
  await addPart(ada, id, part(Buffer.alloc(40, 1), 0));
  for (const offset of [0, 39, 41, 100]) {
    await expect(addPart(ada, id, part(Buffer.alloc(10, 2), offset))).rejects.toMatchObject({
      status: 409,
      received: 40,
    });
  }
  expect((await progressOf(ada, id)).received).toBe(40);
});

test("two tabs sending the same part at once: one is taken", async () => {
  const ada = await as(await aPerson());
  const { id } = await beginPicture(ada, { size: 100 }, more());
  const both = await Promise.allSettled([1, 2].map((n) => addPart(ada, id, part(Buffer.alloc(50, n), 0))));
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await progressOf(ada, id)).received).toBe(50);
});

test("a part that was damaged on its way is not taken", async () => {
  const ada = await as(await aPerson());
  const { id } = await beginPicture(ada, { size: 100 }, more());
  const damaged = { ...part(Buffer.alloc(50, 1), 0), bytes: Buffer.alloc(50, 2) };
  await expect(addPart(ada, id, damaged)).rejects.toThrow();
  expect((await progressOf(ada, id)).received).toBe(0);
});

test("more than was announced is refused", async () => {
  const ada = await as(await aPerson());
  const { id } = await beginPicture(ada, { size: 10 }, more());
  await expect(addPart(ada, id, part(Buffer.alloc(11), 0))).rejects.toMatchObject({ status: 413 });
});

test("what turns out not to be a picture is thrown away", async () => {
  const ada = await as(await aPerson());
  const { id } = await beginPicture(ada, { size: svgScript.byteLength }, more());
  await expect(addPart(ada, id, part(svgScript, 0))).rejects.toThrow("files.svg");
  await expect(progressOf(ada, id)).rejects.toThrow("common.notFound");
  expect(waiting()).toEqual([]);
  expect(await db().select().from(files)).toEqual([]);
});

test("somebody else's upload does not exist", async () => {
  const [ada, mallory] = [await as(await aPerson()), await as(await aPerson())];
  const { id } = await beginPicture(ada, { size: 10 }, more());
  await expect(progressOf(mallory, id)).rejects.toThrow("common.notFound");
  await expect(addPart(mallory, id, part(Buffer.alloc(10), 0))).rejects.toThrow("common.notFound");
});

test("there are limits to size, to how many at once, and to everything together", async () => {
  const ada = await as(await aPerson());
  await expect(async () => beginPicture(ada, { size: 20_000_001 }, more())).rejects.toMatchObject({ status: 413 });
  const tried = await Promise.allSettled(Array.from({ length: 9 }, () => beginPicture(ada, { size: 10 }, more())));
  expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  await db().delete(uploads);
  await db().insert(files).values({ ownerId: ada.personId, type: "image/webp", bytes: 1_999_999_995, checksum: "0" });
  await expect(beginPicture(ada, { size: 10 }, more())).rejects.toThrow("files.quota");
});

test("the same form sent twice begins one upload", async () => {
  const ada = await as(await aPerson());
  const key = more();
  const [one, two] = [await beginPicture(ada, { size: 10 }, key), await beginPicture(ada, { size: 10 }, key)];
  expect(two).toEqual(one);
  expect(await db().select().from(uploads)).toHaveLength(1);
});

test("what nothing used for a day goes, bytes and row; what is used or fresh stays", async () => {
  const ada = await as(await aPerson());
  const draft = async () => {
    const picture = await noise(30, 30);
    const { id } = await beginPicture(ada, { size: picture.byteLength }, more());
    return (await addPart(ada, id, part(picture, 0))).fileId;
  };
  const [fresh, old, used] = [await draft(), await draft(), await draft()];
  const yesterday = sql`now() - interval '25 hours'`;
  await db().update(files).set({ stateSince: yesterday }).where(sql`id in (${old}, ${used})`);
  await db()
    .update(files)
    .set({ state: "in use", thingKind: "person", thingId: ada.personId })
    .where(sql`id = ${used}`);
  const { id } = await beginPicture(ada, { size: 100 }, more());
  await addPart(ada, id, part(Buffer.alloc(40, 1), 0));
  await db().update(uploads).set({ movedAt: yesterday });

  await db().transaction((tx) => clearLooseFiles.run(tx));
  expect((await db().select().from(files)).map((file) => file.id).sort()).toEqual([fresh, used].sort());
  expect(await db().select().from(uploads)).toEqual([]);
  expect(waiting()).toEqual([]);
  expect(kept().some((path) => String(path).includes(old ?? "?"))).toBe(false);
  expect(kept().some((path) => String(path).includes(used ?? "?"))).toBe(true);
});
