import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { collected, faultsIn } from "@/tests/support/hostile";
import { collectedUploads, type HostileUpload, hostileUploads } from "@/tests/support/hostile-uploads";
import { type Answer, withInstance } from "@/tests/support/http";
import { filesIn, read } from "@/tests/support/inventory";
import type { Principal } from "@/tests/support/principals";
import { keepState } from "@/tests/support/principals-restore";

const instance = withInstance();
let kept: Awaited<ReturnType<typeof keepState>>;
beforeAll(async () => {
  kept = await keepState(instance.url);
});
afterAll(() => kept?.close());

const headers = { accept: "application/json" };
const key = () => crypto.randomUUID() as string;
const file = ({ name, type }: HostileUpload, bytes: Buffer) => new File([new Uint8Array(bytes)], name, { type });

async function post(who: Principal, path: string, fields: Record<string, string | File>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ key: key(), ...fields })) body.set(name, value);
  return instance.ask(who, path, { method: "POST", body, headers });
}

const fileOf = async (query: ReturnType<typeof sql>) => (await db().execute<{ id: string | null }>(query)).rows[0]?.id;

/** As `components` do it for what is large: the whole of it is one part here. */
async function inParts(bytes: Buffer): Promise<Answer> {
  const begun = await instance.ask("owner", "/files/upload", {
    method: "POST",
    body: JSON.stringify({ key: key(), size: bytes.byteLength }),
    headers,
  });
  if (begun.status !== 201) return begun;
  const { id } = JSON.parse(begun.text) as { id: string };
  return instance.ask("owner", `/files/upload/${id}`, {
    method: "PATCH",
    body: new Uint8Array(bytes),
    headers: {
      ...headers,
      "upload-offset": "0",
      "upload-checksum": `sha256 ${createHash("sha256").update(bytes).digest("base64")}`,
    },
  });
}

interface Way {
  send: (upload: HostileUpload, bytes: Buffer) => Promise<Answer>;
  /** The file that came of it. */
  made: (answer: Answer) => Promise<string | null | undefined>;
}

const ofCommunity = (which: "logo" | "cover"): Way => ({
  send: (upload, bytes) =>
    post("owner", `/${instance.world.a.community}/do/change-picture`, { which, picture: file(upload, bytes) }),
  made: () =>
    fileOf(
      sql`select ${sql.identifier(`${which}_file_id`)} as id from communities where id = ${instance.world.a.communityId}`,
    ),
});

const ways: Record<string, Way> = {
  "one's own face": {
    send: (upload, bytes) => post("owner", "/do/avatar", { picture: file(upload, bytes) }),
    made: () => fileOf(sql`select avatar_file_id as id from people where id = ${instance.world.people.owner}`),
  },
  "the mark of a brand": {
    send: (upload, bytes) =>
      post("owner", `/do/brands/${instance.world.a.brand}/change-logo`, { picture: file(upload, bytes) }),
    made: () => fileOf(sql`select logo_file_id as id from brands where slug = ${instance.world.a.brand}`),
  },
  "the mark of a community": ofCommunity("logo"),
  "the cover of a community": ofCommunity("cover"),
  "a picture of a post": {
    send: (upload, bytes) => {
      const { community, talk } = instance.world.a;
      const said = { thread: talk.members.thread.id, text: "Look.", alt: "What it shows" };
      return post("owner", `/${community}/do/write-post`, { ...said, pictures: file(upload, bytes) });
    },
    made: () => fileOf(sql`select id from files where thing_kind = 'post' order by created_at desc, id limit 1`),
  },
  "an upload in parts": {
    send: (_, bytes) => inParts(bytes),
    made: async ({ text }) => (JSON.parse(text) as { fileId: string | null }).fileId,
  },
};

async function tried({ send, made }: Way, upload: HostileUpload): Promise<string | undefined> {
  const answer = await send(upload, await upload.bytes());
  if (answer.status === 422 && !upload.picture) {
    const { message } = JSON.parse(answer.text) as { message: string };
    return message.length > 10 ? undefined : `is refused without a sentence: ${answer.text}`;
  }
  if (answer.status !== 200 || upload.picture === false) return `${answer.status} ${answer.text.slice(0, 200)}`;
  return whatIsServed(await made(answer));
}

/** Whatever was sent, what comes out is a picture of our own, and says nothing. */
async function whatIsServed(id: string | null | undefined): Promise<string | undefined> {
  for (const variant of ["large", "small"]) {
    const secret = await instance.world.session("owner");
    const answer = await fetch(`${instance.origin}/files/${id}/${variant}`, {
      headers: { cookie: `kindling=${secret}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get("content-type");
    if (answer.status !== 200 || type !== "image/webp") return `serves ${answer.status} ${type}`;
    if (answer.headers.get("x-content-type-options") !== "nosniff") return "may be taken for something else";
    const { format, exif, xmp, iptc, icc, width } = await sharp(bytes).metadata();
    if (format !== "webp" || width > 2_048) return `is ${format} of ${width}`;
    if (exif || xmp || iptc || icc || /canary|<script|onerror|alert\(/i.test(bytes.toString("latin1")))
      return "still says something";
  }
  return undefined;
}

describe.each(Object.entries(ways))("%s", (_, way) => {
  test.each(hostileUploads)("$what", async (upload) =>
    expect(await tried(way, { picture: false, ...upload })).toBeUndefined(),
  );

  test(`those that others collected${collected.present ? "" : " (they are not here)"}`, async () => {
    const faults: string[] = [];
    for (const upload of collectedUploads) {
      const fault = await tried(way, upload);
      if (fault) faults.push(`${upload.what}: ${fault}`);
      await kept.restore();
    }
    expect(faults).toEqual([]);
  }, 120_000);
});

test("words where a picture belongs, and nothing at all", async () => {
  const { community } = instance.world.a;
  for (const picture of ["a picture", "<svg onload=alert(1)>", "/etc/passwd", new File([], "x.png")]) {
    expect((await post("owner", "/do/avatar", { picture })).status).toBe(422);
    const answer = await post("owner", `/${community}/do/change-picture`, { which: "logo", picture });
    expect(answer.status).toBe(422);
  }
});

test("these are all the forms that take a picture", () => {
  // An export is no picture: it is kept as it came, shown to nobody, and read by readers of its own (tests/unit/import/hostile).
  const taking = filesIn("app").filter(
    (path) => path.endsWith("route.ts") && read(path).includes("  limit:") && !path.includes("/read-import/"),
  );
  const posts = ["edit-post", "start-thread", "write-post"].map((act) => `[community]/do/${act}`);
  const forms = ["[community]/do/change-picture", ...posts, "do/avatar", "do/brands/[brand]/change-logo"];
  expect(taking.sort()).toEqual(forms.map((form) => `app/${form}/route.ts`));
});

test("our own set is at least six", () => expect(hostileUploads.length).toBeGreaterThanOrEqual(6));

test("and nothing of all this was a fault of ours", () => expect(faultsIn(instance.log())).toEqual([]));
