import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { files, people } from "@/db/schema";
import { partBytes } from "@/lib/files/uploads";
import { withInstance } from "@/tests/support/http";
import type { Principal } from "@/tests/support/principals";
import { startS3 } from "@/tests/support/s3";
import { html, noise, plain, svgScript } from "@/tests/unit/files/pictures";

// On a bucket, so that the built product is seen to speak with one; files on the disk are served to every browser test.
const server = await startS3();
const instance = withInstance(server.variables);
afterAll(() => server.stop());

type Asking = { method?: string; headers?: Record<string, string>; body?: BodyInit };

async function ask(who: Principal, path: string, { headers, ...asking }: Asking = {}) {
  const secret = await instance.world.session(who);
  const answer = await fetch(instance.origin + path, {
    ...asking,
    headers: { ...(secret && { cookie: `kindling=${secret}` }), origin: instance.origin, ...headers },
    redirect: "manual",
    // What a stream as a body asks for.
    ...(asking.body instanceof ReadableStream && { duplex: "half" }),
  });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function sendFace(who: Principal, bytes: Uint8Array) {
  const body = new FormData();
  body.set("key", randomUUID());
  body.set("picture", new File([new Uint8Array(bytes)], "me.png", { type: "image/png" }));
  return ask(who, "/do/avatar", { method: "POST", headers: { accept: "application/json" }, body });
}

async function faceOf(who: Principal): Promise<string> {
  const [row] = await db().select().from(people).where(eq(people.id, instance.world.people[who]));
  return `/files/${row?.avatarFileId}/large`;
}

let face = "";
beforeAll(async () => {
  expect((await sendFace("insider", await noise(200, 100))).status).toBe(200);
  face = await faceOf("insider");
});

test("access is asked at each request: who may read it now gets it, everybody else what never was", async () => {
  const draft = `/files/${instance.world.draft}/small`;
  expect((await ask("member", draft)).status).toBe(200);
  const told = async (who: Principal, path: string) => {
    const { status, headers, bytes } = await ask(who, path);
    return [status, headers.get("content-type"), headers.get("cache-control"), bytes.toString()];
  };
  const never = await told("anonymous", `/files/${randomUUID()}/small`);
  expect(never[0]).toBe(404);
  for (const who of ["anonymous", "insider", "manager", "owner", "memberB"] as const)
    expect(await told(who, draft), who).toEqual(never);

  expect((await sendFace("representative", await plain("png", 60, 60))).status).toBe(200);
  const hers = await faceOf("representative");
  const { status, headers } = await ask("member", hers);
  expect(status).toBe(200);
  const remove = new URLSearchParams({ key: randomUUID(), remove: "1" });
  expect((await ask("representative", "/do/avatar", { method: "POST", body: remove })).status).toBe(303);
  const etag = headers.get("etag") ?? "";
  expect((await ask("member", hers, { headers: { "if-none-match": etag } })).status).toBe(404);
  expect((await ask("member", hers, { headers: { range: "bytes=0-1" } })).status).toBe(404);
});

test("a part of a file is answered, and what lies behind its end is refused", async () => {
  const whole = await ask("member", face);
  expect([whole.status, whole.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
  const size = whole.bytes.length;
  const part = async (range: string, more = {}) => ask("member", face, { headers: { range, ...more } });

  const middle = await part("bytes=10-19");
  expect([middle.status, middle.headers.get("content-range")]).toEqual([206, `bytes 10-19/${size}`]);
  expect(middle.bytes.equals(whole.bytes.subarray(10, 20))).toBe(true);
  const last = await part("bytes=-7");
  expect([last.status, last.bytes.equals(whole.bytes.subarray(-7))]).toEqual([206, true]);
  const behind = await part(`bytes=${size}-`);
  expect([behind.status, behind.headers.get("content-range")]).toEqual([416, `bytes */${size}`]);
  expect((await part("bytes=0-1,5-6")).bytes.equals(whole.bytes)).toBe(true);
  // Of another version no part is worth anything.
  expect((await part("bytes=0-1", { "if-range": '"another"' })).status).toBe(200);
  expect((await part("bytes=0-1", { "if-range": whole.headers.get("etag") })).status).toBe(206);
  const head = await ask("member", face, { method: "HEAD" });
  expect([head.status, head.headers.get("etag"), head.bytes.length]).toEqual([200, whole.headers.get("etag"), 0]);
});

test("who has this version already is told so, without its bytes", async () => {
  const { headers } = await ask("member", face);
  const etag = headers.get("etag") ?? "";
  const asked = server.asked.length;
  for (const known of [etag, `W/${etag}`, `"older", ${etag}`]) {
    const again = await ask("member", face, { headers: { "if-none-match": known } });
    expect([again.status, again.bytes.length, again.headers.get("etag")]).toEqual([304, 0, etag]);
  }
  expect(server.asked.length).toBe(asked);
  expect((await ask("member", face, { headers: { "if-none-match": '"older"' } })).status).toBe(200);
});

test("what is no picture is refused whatever it is called, and what is served can only be a picture", async () => {
  const before = await db().$count(files);
  for (const bytes of [svgScript, html, (await plain("png")).subarray(0, 40)])
    expect((await sendFace("insider", bytes)).status).toBe(422);
  expect(await db().$count(files)).toBe(before);
  const { headers } = await ask("member", face);
  expect(headers.get("content-type")).toBe("image/webp");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

const sum = (bytes: Uint8Array) => `sha256 ${createHash("sha256").update(bytes).digest("base64")}`;
const begin = (who: Principal, size: number) =>
  ask(who, "/files/upload", { method: "POST", body: JSON.stringify({ key: randomUUID(), size }) });
const send = (who: Principal, path: string, offset: number, bytes: Uint8Array, body: BodyInit = bytes as BodyInit) =>
  ask(who, path, {
    method: "PATCH",
    headers: { "upload-offset": String(offset), "upload-checksum": sum(bytes) },
    body,
  });
const arrived = async (who: Principal, path: string) => {
  const { status, headers } = await ask(who, path, { method: "HEAD" });
  return [status, headers.get("upload-offset")];
};
const began = async (who: Principal, size: number) => (await begin(who, size)).headers.get("location") ?? "";

test("too much is refused, announced or not, and a part of full size comes through whole", async () => {
  expect((await begin("manager", 20_000_001)).status).toBe(413);
  const path = await began("manager", partBytes + 10);
  const full = Buffer.alloc(partBytes, 1);
  const over = Buffer.alloc(partBytes + 1, 1);
  expect((await send("manager", path, 0, over)).status).toBe(413);
  // Without a length: it is counted as it comes.
  expect((await send("manager", path, 0, over, new Blob([over]).stream())).status).toBe(413);
  expect(await arrived("manager", path)).toEqual([200, "0"]);
  expect((await send("manager", path, 0, full)).status).toBe(200);
  expect(await arrived("manager", path)).toEqual([200, String(partBytes)]);
  expect((await send("manager", path, partBytes, Buffer.alloc(11))).status).toBe(413);
});

test("cut off in the middle of a part, an upload goes on from where it was and becomes the picture", async () => {
  const picture = await noise(300, 200);
  const third = Math.ceil(picture.byteLength / 3);
  const path = await began("moderator", picture.byteLength);
  expect((await send("moderator", path, 0, picture.subarray(0, third))).status).toBe(200);
  await cutOff("moderator", path, third, picture.subarray(third, 2 * third));
  expect(await arrived("moderator", path)).toEqual([200, String(third)]);
  expect((await arrived("member", path))[0]).toBe(404);

  const rest = picture.subarray(third);
  const damaged = Buffer.from(rest);
  damaged[5]! ^= 1;
  expect((await send("moderator", path, third, rest, damaged)).status).toBe(422);
  const twice = await send("moderator", path, 0, picture.subarray(0, third));
  expect([twice.status, twice.headers.get("upload-offset")]).toEqual([409, String(third)]);
  const done = await send("moderator", path, third, rest);
  const { fileId } = JSON.parse(done.bytes.toString());
  const kept = await ask("moderator", `/files/${fileId}/large`);
  expect([kept.status, kept.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect((await ask("member", `/files/${fileId}/large`)).status).toBe(404);
});

test("parts that turn out to be no picture leave nothing behind", async () => {
  const path = await began("employed", html.byteLength);
  expect((await send("employed", path, 0, html)).status).toBe(422);
  expect((await arrived("employed", path))[0]).toBe(404);
});

/** Half of a part, and then the line is gone. */
async function cutOff(who: Principal, path: string, offset: number, bytes: Buffer) {
  const { host, hostname, port } = new URL(instance.origin);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write(
    [
      `PATCH ${path} HTTP/1.1`,
      `host: ${host}`,
      `origin: ${instance.origin}`,
      `cookie: kindling=${await instance.world.session(who)}`,
      `upload-offset: ${offset}`,
      `upload-checksum: ${sum(bytes)}`,
      `content-length: ${bytes.length}`,
      "",
      "",
    ].join("\r\n"),
  );
  await new Promise((written) => socket.write(bytes.subarray(0, bytes.length / 2), written));
  socket.destroy();
  await once(socket, "close");
}

test("an idle connection is kept longer than a proxy keeps its own, so that no request is sent on a closing one", async () => {
  const { headers } = await ask("anonymous", "/healthz");
  const [, seconds] = /timeout=(\d+)/.exec(headers.get("keep-alive") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
});
