import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { disk } from "@/lib/files/disk";
import { restoreBackup } from "@/lib/operate/backup/load";
import { makeBackup } from "@/lib/operate/backup/snapshot";
import { eraseMe } from "@/lib/privacy/commands";
import { readErasures } from "@/lib/privacy/erasures-log";
import { aPerson, as, onFreshDatabase } from "../jobs/product";
import { connected, emptyPlace, freshFolder } from "../operate-backup/world";
import { aCommunity, aWholeLife, type Community, key } from "./person";
import { searchDatabase, searchFolder } from "./search";

const logged = vi.hoisted(() => [] as string[]);
vi.mock("@/lib/log", async (original) => {
  const real = await original<typeof import("@/lib/log")>();
  return { ...real, log: real.logTo({ write: (line: string) => void logged.push(line) }, "debug") };
});

const { dataDir } = onFreshDatabase();
const place = () => ({ url: process.env.DATABASE_URL_DIRECT ?? "", dataDir, files: disk(dataDir), secret: "secret" });
const standing = (canary: string) => connected(place().url, (client) => searchDatabase(client, canary));

let community: Community;
beforeAll(async () => {
  community = await aCommunity();
});

it("leaves no trace of who was erased: not in the database, the files, the mail, the log or an older backup", async () => {
  const canary = "zwitscherlinde";
  const me = await aWholeLife(community, canary);
  const before = await standing(canary);
  const tables = new Set(before.map((row) => row.split(":")[0]));
  // Or finding nothing later would prove nothing.
  expect([...tables].map((name) => name?.replace("public.", "")).sort()).toEqual(
    "grants identities import_items join_requests known_browsers member_settings passwords people person_notes person_settings recovery_codes reports sessions statements suspensions term_lore tokens totp_factors".split(
      " ",
    ),
  );
  const { rows: files } = await db().execute<{ id: string }>(sql`select id from files where owner_id = ${me}`);
  const folder = (root: string) =>
    join(root, "files", files[0]!.id.slice(0, 2), files[0]!.id.slice(2, 4), files[0]!.id);
  expect(readdirSync(folder(dataDir))).toContain("large");

  const backup = join(freshFolder(), "backup");
  await makeBackup(place(), backup);
  expect(readFileSync(backup).includes(canary)).toBe(true);

  await eraseMe(await as(me), { mode: "name" }, key());
  expect(await standing(canary)).toEqual([]);
  expect(existsSync(folder(dataDir))).toBe(false);
  expect(searchFolder(dataDir, canary)).toEqual([]);
  expect(logged.join("").includes(canary)).toBe(false);

  const target = await emptyPlace();
  const log = join(dataDir, "erasures.log");
  expect(await restoreBackup(target, backup, { erasures: log })).toMatchObject({ erased: 1 });
  expect(await connected(target.url, (client) => searchDatabase(client, canary))).toEqual([]);
  expect(existsSync(folder(target.dataDir))).toBe(false);
  expect(searchFolder(target.dataDir, canary)).toEqual([]);
  expect((await readErasures(join(target.dataDir, "erasures.log"))).map(({ personId }) => personId)).toEqual([me]);
});

it("deletes me both ways", async () => {
  for (const mode of ["name", "texts"] as const) {
    const me = await aPerson({ name: "Ada", email: `ada-${mode}@people.example` });
    const other = await aPerson();
    const { community: where } = await community.desk();
    await db().execute(sql`insert into memberships (community_id, person_id) values (${where.id}, ${me})`);
    await db().execute(
      sql`insert into suspensions (community_id, person_id, reason, by) values (${where.id}, ${other}, 'Was rude to Bo', ${me})`,
    );
    await db().execute(
      sql`insert into join_requests (community_id, person_id, decision, decided_by, decided_at, reason) values (${where.id}, ${other}, 'turned down', ${me}, now(), 'My own words')`,
    );
    await eraseMe(await as(me), { mode }, key());

    const one = async <T>(query: ReturnType<typeof sql>) =>
      (await db().execute<T & Record<string, unknown>>(query)).rows[0];
    expect(await one(sql`select state, name, email from people where id = ${me}`)).toEqual({
      state: "erased",
      name: null,
      email: null,
    });
    expect(await one(sql`select mode from erasures where person_id = ${me}`)).toEqual({ mode });
    expect(await one(sql`select reason from join_requests where person_id = ${other}`)).toEqual({
      reason: mode === "texts" ? null : "My own words",
    });
    expect(await one(sql`select reason from suspensions where person_id = ${other}`)).toEqual({
      reason: "Was rude to Bo",
    });
    expect(await one(sql`select count(*)::int as n from memberships where person_id = ${me}`)).toEqual({ n: 0 });
    expect(
      await one(sql`select count(*)::int as n from account_ledger where actor_id = ${me} and verb = 'account erased'`),
    ).toEqual({ n: 1 });
    expect(
      await one(sql`select kind, state, sealed is not null as sealed from outbox where person_id = ${me}`),
    ).toEqual({ kind: "account-deleted", state: "queued", sealed: true });
    expect(readFileSync(join(dataDir, "erasures.log"), "utf8")).toContain(`${me} ${mode} `);
    // The session is gone with the state: nobody acts as them any more.
    await expect(as(me)).rejects.toThrow("no active person");
    // The address is free.
    await aPerson({ email: `ada-${mode}@people.example` });
  }
});

it("does not leave a brand without an owner", async () => {
  const { owner } = await aCommunity("court");
  const erasing = eraseMe(await as(owner), { mode: "name" }, key());
  await expect(erasing).rejects.toMatchObject({
    status: 409,
    code: "privacy.onlyOwner",
    more: { params: { brand: "Kiln" } },
  });
  const second = await aPerson();
  await db().execute(
    sql`insert into brand_owners (brand_id, person_id) select brand_id, ${second} from brand_owners where person_id = ${owner}`,
  );
  // Both at once: one may go, the other stays.
  const both = await Promise.allSettled(
    [owner, second].map(async (id) => eraseMe(await as(id), { mode: "name" }, key())),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("takes the address of a guest along whom only they invited, and leaves who others invited too", async () => {
  const { desk, slug } = community;
  const { inviteByMail } = await import("@/lib/members/invitations/commands");
  const { openCommunity, openMember } = await import("@/lib/access/gate");
  const { viewerOf } = await import("@/lib/access/viewer");
  const me = await aPerson();
  const { community: where } = await desk();
  await db().execute(sql`insert into memberships (community_id, person_id) values (${where.id}, ${me})`);
  const asMember = openMember(await openCommunity(await viewerOf(me), slug));
  await inviteByMail(asMember, { email: "mine@guests.example", days: 7 }, key());
  await inviteByMail(asMember, { email: "ours@guests.example", days: 7 }, key());
  await inviteByMail(await desk(), { email: "ours@guests.example", days: 7 }, key());
  await eraseMe(await as(me), { mode: "name" }, key());
  expect(await standing("mine@guests.example")).toEqual([]);
  expect(await standing("ours@guests.example")).toHaveLength(1);
});
