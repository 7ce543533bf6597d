import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { faultsIn, hostileStrings } from "@/tests/support/hostile";
import { withInstance } from "@/tests/support/http";
import { allDoors } from "@/tests/support/surfaces";
import { everything } from "@/tests/support/thoroughness";

const instance = withInstance();
const json = { accept: "application/json" };
const formType = { ...json, "content-type": "application/x-www-form-urlencoded" };
const key = () => crypto.randomUUID() as string;
const profile = { name: "Member", bio: "", locale: "", zone: "" };
const personOf = async (id: string) =>
  (await db().execute<Record<string, unknown>>(sql`select * from people where id = ${id}`)).rows[0]!;

describe("bodies", () => {
  const post = (body: BodyInit, headers: Record<string, string> = formType) =>
    instance.ask("member", "/do/profile", { method: "POST", body, headers });

  test("two megabytes of words are refused", async () => {
    expect((await post(`key=${key()}&bio=${"a".repeat(2_000_000)}`)).status).toBe(413);
  });

  test("what is packed is not unpacked", async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000, "a"));
    const answer = await post(packed, { ...formType, "content-encoding": "gzip" });
    expect([413, 422]).toContain(answer.status);
  });

  test("twenty thousand fields are read in no time, and change nothing", async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `f${n}=1`).join("&");
    const begun = performance.now();
    expect((await post(`${many}&key=${key()}`)).status).toBeLessThan(500);
    expect(performance.now() - begun).toBeLessThan(4_000);
  });

  test.each([
    ["no form at all", "{}", { ...json, "content-type": "application/json" }],
    ["words that claim to be parts", "x", { ...json, "content-type": "multipart/form-data; boundary=" }],
    ["another alphabet of names", "__proto__[role]=owner&constructor=1", formType],
    ["nothing", "", formType],
  ])("%s", async (_, body, headers) => expect((await post(body, headers)).status).toBe(422));

  test("deep JSON where JSON is read", async () => {
    for (const body of [
      "[".repeat(100_000),
      `${'{"a":'.repeat(900)}1${"}".repeat(900)}`,
      '{"__proto__":{"size":1}}',
      "null",
      "1e999",
    ]) {
      const answer = await instance.ask("member", "/files/upload", { method: "POST", body, headers: json });
      expect([413, 422]).toContain(answer.status);
    }
  });
});

describe("nobody gives themselves more than the form offers", () => {
  test("by fields that are not on it", async () => {
    const { people, a } = instance.world;
    const before = await personOf(people.member);
    const more = {
      role: "manager",
      owner: "true",
      personId: people.owner,
      id: people.owner,
      email: "x@evil.example",
      emailVerifiedAt: "2020-01-01",
      state: "erased",
      employed: "on",
    };
    expect(
      (
        await instance.ask("member", "/do/profile", {
          method: "POST",
          form: { ...more, ...profile, name: String(before.name) },
          headers: json,
        })
      ).status,
    ).toBe(200);
    const after = await personOf(people.member);
    for (const field of ["id", "email", "email_verified_at", "state"]) expect(after[field]).toEqual(before[field]);
    expect(
      (await instance.ask("outsider", `/${a.community}/do/join`, { method: "POST", form: more, headers: json })).status,
    ).toBe(200);
    const { rows } = await db().execute<{ role: string; employed: boolean }>(
      sql`select role, employed from memberships where community_id = ${a.communityId} and person_id = ${people.outsider}`,
    );
    expect(rows).toEqual([{ role: "member", employed: false }]);
  });

  test("by headers that only our own wrapper writes", async () => {
    const { text, status } = await instance.ask("anonymous", "/settings/profile", {
      headers: {
        "x-kindling-address": "127.0.0.1",
        "x-kindling-stamp": "1",
        "x-kindling-path": "//evil.example",
        "x-nonce": "evil",
        "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
      },
    });
    expect(status).toBe(307);
    expect(text).not.toContain("evil");
  });

  test("by another name of this host", async () => {
    for (const headers of [
      { "x-forwarded-host": "evil.example" },
      { forwarded: "host=evil.example" },
      { "x-forwarded-proto": "gopher" },
    ]) {
      const answer = await instance.ask("anonymous", "/settings/profile", { headers });
      expect(answer.headers.get("location")).toBe("/sign-in?next=%2Fsettings%2Fprofile");
      expect((await instance.ask("anonymous", "/", { headers })).text).not.toContain("evil.example");
    }
  });
});

const cursors = ["-1", "0", "1e9", "NaN", "' or 1=1", "%00", "a".repeat(5_000), "2020-01-01,x", "[]", "9".repeat(400)];
describe("lists begin wherever they are told to, or at their beginning", () => {
  test.each([
    "/members",
    "/manage/people",
    "/manage/requests",
    "/manage/invitations",
    "/manage/reports",
    "/manage/badges",
    "/held",
    "/moderation/held",
  ])("%s", async (list) => {
    const { a } = instance.world;
    for (const cursor of cursors) {
      const said = cursor === "%00" ? cursor : encodeURIComponent(cursor);
      const all = ["after", "page", "limit", "search", "which"].map((name) => `${name}=${said}`).join("&");
      const { status } = await instance.ask("owner", `/${a.community}${list}?${all}`);
      expect([200, 400, 404, 431], cursor.slice(0, 20)).toContain(status);
    }
  });
});

describe("addresses", () => {
  test.each([
    "/..%2f..%2fetc/passwd",
    "/files/..%2f..%2f..%2fetc%2fpasswd/small",
    "/%00",
    "/%ff%fe",
    "/%E0%A4%A",
    "/alder-hall/members/%27%20or%201=1--",
    "/alder-hall/spaces/%0d%0aset-cookie:evil=1",
    "/alder-hall/invitation/%00",
    "/api/realtime/catch-up?channel=space:%00&community=x",
    "/api/realtime/catch-up?channel=__proto__",
    `/${"a".repeat(8_000)}`,
    "/_next/image?url=%2Ffiles%2Fx%2Fsmall&w=64&q=75",
    "/_next/data/x/index.json",
    "/.env",
    "/.git/config",
  ])("%s is nothing, said calmly", async (path) => {
    const answer = await instance.ask("member", path);
    expect([400, 404, 414, 431]).toContain(answer.status);
    expect(answer.headers.get("set-cookie") ?? "").not.toContain("evil");
    expect(answer.text).not.toMatch(/root:|at Object\.|node_modules|SELECT/);
  });

  test("a wish to go on elsewhere leads home", async () => {
    for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\r\nset-cookie: evil=1"]) {
      const { headers } = await instance.ask("member", "/do/theme", { method: "POST", form: { theme: "dark", next } });
      expect(headers.get("location")).toBe("/");
    }
  });
});

/** Those that can stand in an address; a lone half of a sign cannot even be written there. */
const inAddress = hostileStrings.filter((text) => text.length < 2_000 && text.isWellFormed());
const withPlaces = Object.entries(allDoors).filter(([name]) => name.startsWith("GET ") && /\[\w+\]/.test(name));

describe("every part of every address that is somebody's choice", () => {
  test.each(withPlaces)(
    "%s",
    async (name, row) => {
      const pattern = name.split(" ")[1]!.split("/");
      const there = row.path(instance.world).split("?")[0]!.split("/");
      const faults: string[] = [];
      for (const [n, part] of pattern.entries())
        if (part.startsWith("["))
          for (const [index, text] of inAddress.entries())
            if (everything || (index + n + name.length) % 20 === 0) {
              const path = there.with(n, encodeURIComponent(text)).join("/");
              const { status, text: said } = await instance.ask("owner", path);
              if (![200, 307, 308, 400, 404].includes(status)) faults.push(`${path}: ${status}`);
              if (/at Object\.|node_modules|SELECT /.test(said.replace(/<script[\s\S]*?<\/script>/g, "")))
                faults.push(`${path} says how it is made`);
            }
      expect(faults).toEqual([]);
    },
    everything ? 120_000 : 30_000,
  );
});

test("and nothing of all this was a fault of ours", () => expect(faultsIn(instance.log())).toEqual([]));
