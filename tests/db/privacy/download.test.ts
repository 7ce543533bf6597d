import { inflateRawSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { downloadMine } from "@/lib/privacy/download";
import { heldAbout, whoLookedAtMe } from "@/lib/privacy/queries";
import { as, onFreshDatabase } from "../jobs/product";
import { aCommunity, aWholeLife, type Community, key } from "./person";

onFreshDatabase();
let community: Community;
let me: string;

beforeAll(async () => {
  community = await aCommunity();
  me = await aWholeLife(community, "zwitscherlinde");
  await db().execute(
    sql`insert into looks (community_id, person_id, looker_id, what) values (${community.communityId}, ${me}, ${community.owner}, 'history')`,
  );
});

/** The files of an archive, by its list at the end. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, packed, nameLength, extra, comment, local] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    files.set(name, method === 8 ? inflateRawSync(body) : body);
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

async function downloaded(locale: "en" | "de") {
  const { stream, size } = await downloadMine(await as(me), { locale }, key());
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  expect(bytes.length).toBe(size);
  return unzip(bytes);
}

it("downloads mine: for programs, for reading, and my picture", async () => {
  const files = await downloaded("en");
  expect([...files.keys()].slice(0, 2)).toEqual(["data.json", "index.html"]);
  const [picture] = [...files].filter(([name]) => name.startsWith("pictures/"));
  expect(picture?.[0]).toMatch(/\.webp$/);
  expect(picture?.[1].toString("latin1", 8, 12)).toBe("WEBP");

  const { person, held } = JSON.parse(files.get("data.json")?.toString("utf8") ?? "");
  expect(person).toMatchObject({
    id: me,
    name: "zwitscherlinde",
    email: "zwitscherlinde@people.example",
    bio: "I am zwitscherlinde",
  });
  const list = (table: string, as = "person_id") =>
    held.find((one: { table: string; as: string }) => one.table === table && one.as === as);
  expect(list("join_requests").rows).toMatchObject([{ community: "Yard", message: "zwitscherlinde would like in" }]);
  expect(list("grants").rows).toMatchObject([
    { brand: "Kiln", badge: "First", number: 1, reason: "for zwitscherlinde" },
  ]);
  expect(list("looks").rows).toMatchObject([{ community: "Yard", who: "Ines Paredes", what: "history" }]);
  expect(list("sessions").rows).toMatchObject([{ device: "zwitscherlinde" }]);
  for (const { why, until } of held) expect(why && until).toBeTruthy();
  // Hashes and secrets are nothing to take along, and dangerous to leave in a folder of downloads.
  expect(JSON.stringify(held)).not.toMatch(/hash of|secret/);

  const page = files.get("index.html")?.toString("utf8") ?? "";
  expect(page).toContain("I am zwitscherlinde");
  expect(page).toContain("Ines Paredes");
  expect((await downloaded("de")).get("index.html")?.toString("utf8")).toContain("Beitrittsanfragen");
});

it("keeps what people typed from becoming part of the page", async () => {
  await db().execute(sql`update people set bio = ${`<script>alert("1")</script>`} where id = ${me}`);
  const page = (await downloaded("en")).get("index.html")?.toString("utf8") ?? "";
  expect(page).not.toContain("<script>");
  expect(page).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
});

it("notes every download in the person's history, and shows who looked", async () => {
  const { rows } = await db().execute(
    sql`select count(*)::int as n from account_ledger where actor_id = ${me} and verb = 'data downloaded'`,
  );
  expect(rows[0]?.n).toBe(3);
  expect(await whoLookedAtMe(await as(me))).toMatchObject([
    { who: "Ines Paredes", community: "Yard", what: "history" },
  ]);
  // Whom they block is counted among their settings; that somebody blocks them is not.
  expect(await heldAbout(await as(me))).toMatchObject({ account: 1, signIn: 7, badges: 1, settings: 3, files: 1 });
});
