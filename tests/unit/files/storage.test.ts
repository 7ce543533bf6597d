import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disk } from "@/lib/files/disk";
import { isFull } from "@/lib/files/full";
import { keyOf, type Span, type Storage } from "@/lib/files/keys";
import { s3 } from "@/lib/files/s3";
import { demandSignature, startS3 } from "@/tests/support/s3";

const folder = mkdtempSync(join(tmpdir(), "kindling-storage-"));
let server: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  server = await startS3();
});
beforeEach(() => server.objects.clear());
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const places: Record<string, () => Storage> = {
  "on the disk": () => disk(mkdtempSync(join(folder, "data-"))),
  "in a bucket": () => s3(server.bucket),
};

async function read(place: Storage, key: string, span?: Span) {
  const kept = await place.get(key, span);
  if (!kept) return undefined;
  const bytes = Buffer.from(await new Response(kept.stream).arrayBuffer());
  expect(kept.size).toBe(bytes.length);
  return bytes;
}

/** A whole file on this machine, as an upload that has arrived. */
function arrived(bytes: Buffer) {
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return path;
}

async function idsIn(place: Storage) {
  const found: string[] = [];
  for await (const id of place.ids()) found.push(id);
  return found.sort();
}

/** One contract, wherever the bytes lie. */
describe.each(Object.entries(places))("a file kept %s", (_, open) => {
  test("is what was put, whole and in parts, and its size is known", async () => {
    const [place, id] = [open(), randomUUID()];
    const bytes = randomBytes(70_000);
    await place.put(keyOf(id, "large"), bytes);
    await place.put(keyOf(id, "small"), Buffer.from("small"));
    expect((await read(place, keyOf(id, "large")))?.equals(bytes)).toBe(true);
    expect(await place.size(keyOf(id, "large"))).toBe(70_000);
    expect((await read(place, keyOf(id, "small"), { from: 1, to: 3 }))?.toString()).toBe("mal");
    expect((await read(place, keyOf(id, "large"), { from: 69_999, to: 69_999 }))?.equals(bytes.subarray(-1))).toBe(
      true,
    );
  });

  test("put again is the new one", async () => {
    const [place, key] = [open(), keyOf(randomUUID(), "large")];
    await place.put(key, Buffer.from("the first, which is longer"));
    await place.put(key, Buffer.from("second"));
    expect((await read(place, key))?.toString()).toBe("second");
  });

  test("what was never there is nothing, and taking it away is fine", async () => {
    const [place, id] = [open(), randomUUID()];
    expect(await place.get(keyOf(id, "large"))).toBeUndefined();
    expect(await place.get(keyOf(id, "large"), { from: 0, to: 1 })).toBeUndefined();
    expect(await place.size(keyOf(id, "large"))).toBeUndefined();
    expect(await place.variants(id)).toEqual([]);
    expect(await idsIn(place)).toEqual([]);
    await place.remove(id);
  });

  test("a file that lies here is taken: it is there, and no longer here", async () => {
    const [place, key, bytes] = [open(), keyOf(randomUUID(), "original"), randomBytes(300_000)];
    const path = arrived(bytes);
    await place.take(key, path);
    expect(existsSync(path)).toBe(false);
    expect((await read(place, key))?.equals(bytes)).toBe(true);
  });

  test("an id goes with all its variants, and no other goes with it", async () => {
    const place = open();
    const ids = Array.from({ length: 3 }, () => randomUUID()).sort();
    for (const id of ids)
      for (const name of ["large", "original", "small"]) await place.put(keyOf(id, name), Buffer.from(name));
    expect(await place.variants(ids[1]!)).toEqual(["large", "original", "small"]);
    expect(await idsIn(place)).toEqual(ids);
    await place.remove(ids[1]!);
    expect(await place.variants(ids[1]!)).toEqual([]);
    expect(await place.get(keyOf(ids[1]!, "small"))).toBeUndefined();
    expect(await idsIn(place)).toEqual([ids[0], ids[2]]);
  });

  test.each(["../../etc/passwd", "x/large", `${randomUUID()}/../large`, `${randomUUID()}/`, `${randomUUID()}/Large`])(
    "a key that is none of ours is refused before anything is asked: %s",
    async (key) => {
      const place = open();
      const before = server.asked.length;
      await expect(async () => place.put(key, Buffer.from("x"))).rejects.toThrow();
      await expect(async () => place.get(key)).rejects.toThrow();
      await expect(async () => place.size(key)).rejects.toThrow();
      await expect(async () => place.remove(key)).rejects.toThrow();
      expect(server.asked.length).toBe(before);
    },
  );
});

describe("a bucket", () => {
  test("is asked again when it is busy, and a failure that lasts is told with its code", async () => {
    const [place, key] = [s3(server.bucket), keyOf(randomUUID(), "large")];
    const busy = { status: 503, code: "SlowDown" };
    server.troubles.push(busy, busy);
    await place.put(key, Buffer.from("x"));
    expect((await read(place, key))?.toString()).toBe("x");
    server.troubles.push(busy, busy, busy);
    await expect(place.get(key)).rejects.toThrow("503 SlowDown");
  });

  test("that is full says so as a full disk does", async () => {
    server.troubles.push({ status: 403, code: "QuotaExceeded" });
    const error = await s3(server.bucket)
      .put(keyOf(randomUUID(), "large"), Buffer.from("x"))
      .catch((each) => each);
    expect(isFull(error)).toBe(true);
  });

  test("with another key, name or region refuses; nothing of the key is in what is told", async () => {
    const key = keyOf(randomUUID(), "large");
    const wrong = [
      [{ secretAccessKey: "not this one" }, "SignatureDoesNotMatch"],
      [{ accessKeyId: "AKIDNOBODY" }, "InvalidAccessKeyId"],
      [{ region: "us-east-1" }, "AuthorizationHeaderMalformed"],
      [{ bucket: "another" }, "NoSuchBucket"],
    ] as const;
    for (const [part, code] of wrong) {
      const error = await s3({ ...server.bucket, ...part })
        .get(key)
        .catch((each) => each);
      expect(error.message).toContain(code);
      expect(error.message).not.toContain("not this one");
    }
  });

  test("that does not answer is a reason to try later, not a missing file", async () => {
    const place = s3({ ...server.bucket, endpoint: "http://localhost:1" });
    await expect(place.get(keyOf(randomUUID(), "large"))).rejects.toMatchObject({ status: 503 });
  });

  test("says whether it keeps what is removed", async () => {
    const keeping = await startS3({ versioning: true });
    expect(await s3(keeping.bucket).keepsVersions()).toBe(true);
    expect(await s3(server.bucket).keepsVersions()).toBe(false);
    await keeping.stop();
  });
});

test("the server of these tests works signatures out as the specification does: its own example", () => {
  const headers = {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-amz-date": "20130524T000000Z",
  };
  const signedBy = (signature: string) => ({
    method: "GET",
    url: "/test.txt",
    headers: {
      ...headers,
      authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
    },
  });
  const keys = {
    accessKeyId: "AKIAIOSFODNN7EXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    region: "us-east-1",
  };
  const then = Date.UTC(2013, 4, 24);
  const right = "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41";
  expect(demandSignature(signedBy(right), Buffer.alloc(0), keys, then)).toBeUndefined();
  expect(demandSignature(signedBy(right), Buffer.from("changed"), keys, then)).toBe("XAmzContentSHA256Mismatch");
  expect(demandSignature(signedBy(right), Buffer.alloc(0), keys)).toBe("RequestTimeTooSkewed");
  expect(demandSignature(signedBy(`0${right.slice(1)}`), Buffer.alloc(0), keys, then)).toBe("SignatureDoesNotMatch");
});
