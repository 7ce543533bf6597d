import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { duties, looks, memberships } from "@/db/schema";
import { openReports } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { giveRole, joinCommunity, removePerson } from "@/lib/members/commands";
import { endDuty, giveDuty } from "@/lib/members/duties/commands";
import { lookAtPerson, peopleAtDesk, removedPeople } from "@/lib/members/people";
import { membersOf } from "@/lib/members/queries";
import { whoLooked } from "@/lib/moderation/looks/queries";
import { liftSuspension, suspendPerson } from "@/lib/moderation/suspensions/commands";
import { onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "./house";

onFreshDatabase();

const as = (person: string, role: "member" | "representative" | "manager") => ({ person, role, employed: false });

async function withManager() {
  const house = await aHouse();
  const [ngozi, fergus, bridget] = [
    await house.aMember("Ngozi"),
    await house.aMember("Fergus"),
    await house.aMember("Bridget"),
  ];
  await giveRole(await house.desk(), as(ngozi, "manager"), key());
  return { house, ngozi, fergus, bridget };
}

describe("roles", () => {
  test("an owner makes a manager; a manager makes a representative and no manager, and unmakes none", async () => {
    const { house, ngozi, fergus } = await withManager();
    const desk = await house.desk(ngozi);
    await giveRole(desk, { person: fergus, role: "representative", employed: true }, key());
    const [row] = await db().select().from(memberships).where(eq(memberships.personId, fergus));
    expect(row).toMatchObject({ role: "representative", employed: true });
    for (const [who, role] of [
      [fergus, "manager"],
      [ngozi, "member"],
      [house.owner, "member"],
    ] as const)
      await expect(giveRole(desk, as(who, role), key())).rejects.toMatchObject({ code: "members.mayNotGiveRole" });
    await giveRole(await house.desk(), as(ngozi, "member"), key());
    await expect(house.desk(ngozi)).rejects.toMatchObject({ status: 404 });
  });

  test("a manager removes a member and no manager, no owner and not themselves", async () => {
    const { house, ngozi, bridget } = await withManager();
    const desk = await house.desk(ngozi);
    const remove = (person: string) => removePerson(desk, { person, reason: "Sold watches." }, key());
    await remove(bridget);
    for (const who of [ngozi, house.owner])
      await expect(remove(who)).rejects.toMatchObject({ code: "members.mayNotRemove" });
    await expect(house.newcomer(bridget)).rejects.toMatchObject({ code: "communities.suspended" });
    const { rows } = await removedPeople(desk);
    expect(rows).toMatchObject([{ personId: bridget, reason: "Sold watches." }]);
    await liftSuspension(desk, { person: bridget, suspension: rows[0]!.id }, key());
    await joinCommunity(await house.newcomer(bridget), {}, key());
  });
});

describe("the moderator's duty", () => {
  test("opens the reports and no desk, is given once, and ends", async () => {
    const { house, ngozi, bridget } = await withManager();
    const desk = await house.desk(ngozi);
    const { dutyId } = await giveDuty(desk, { person: bridget, space: null }, key());
    await expect(giveDuty(desk, { person: bridget, space: null }, key())).rejects.toMatchObject({
      code: "members.hasDuty",
    });
    expect(openReports(await house.to(bridget))).toMatchObject({ personId: bridget });
    await expect(house.desk(bridget)).rejects.toMatchObject({ status: 404 });
    await endDuty(desk, { person: bridget, duty: dutyId }, key());
    const after = await house.to(bridget);
    expect(() => openReports(after)).toThrow(expect.objectContaining({ status: 404 }));
    const ended = await db().select().from(duties).where(eq(duties.id, dutyId));
    expect(ended[0]).toMatchObject({ endedBy: ngozi });
  });
});

describe("suspensions", () => {
  test("a suspended member takes no part until it is lifted; nobody suspends an owner", async () => {
    const { house, ngozi, bridget } = await withManager();
    const desk = await house.desk(ngozi);
    const { suspensionId } = await suspendPerson(desk, { person: bridget, days: 7, reason: "Shouted." }, key());
    await expect(house.member(bridget)).rejects.toMatchObject({ code: "communities.suspended" });
    await liftSuspension(desk, { person: bridget, suspension: suspensionId }, key());
    await expect(house.member(bridget)).resolves.toBeDefined();
    await expect(
      suspendPerson(desk, { person: house.owner, days: 7, reason: "Shouted." }, key()),
    ).rejects.toMatchObject({ code: "moderation.mayNotSuspend" });
  });
});

describe("who looked", () => {
  test("a manager who opens a person's entry leaves a row that the person sees", async () => {
    const { house, ngozi, bridget } = await withManager();
    const desk = await house.desk(ngozi);
    expect(await lookAtPerson(desk, bridget)).toMatchObject({ name: "Bridget", role: "member", suspended: false });
    await lookAtPerson(desk, bridget);
    await lookAtPerson(await house.desk(bridget).catch(() => desk), ngozi);
    expect(await whoLooked(await house.member(bridget))).toMatchObject([{ who: "Ngozi", what: "person" }]);
    expect(await db().select().from(looks).where(eq(looks.personId, ngozi))).toEqual([]);
    await expect(lookAtPerson(desk, "not a person")).rejects.toMatchObject({ status: 404 });
  });
});

describe("lists of people", () => {
  test("pages meet without a gap or a repeat, and hold one community only", async () => {
    const [house, other] = [await aHouse(), await aHouse()];
    await other.aMember("Elsewhere");
    for (let i = 0; i < 6; i++) await house.aMember(`Member ${i}`);
    // The same instant for all: only the id tells them apart.
    const { community } = await house.to(house.owner);
    await db().update(memberships).set({ joinedAt: new Date() }).where(eq(memberships.communityId, community.id));
    const access = await house.member(house.owner);
    const seen: (string | null)[] = [];
    let next: string | undefined;
    do {
      const page = await membersOf(access, {}, readCursor(next), 2);
      seen.push(...page.rows.map(({ name }) => name));
      next = page.next;
    } while (next);
    expect(seen.sort()).toEqual([...Array.from({ length: 6 }, (_, i) => `Member ${i}`), "Una Kilbride"]);
  });

  test("the desk finds people by the beginning of any name, and a percent sign finds nobody", async () => {
    const house = await aHouse();
    await house.aMember("Bridget O'Dowd");
    await house.aMember("Gus Brandt");
    const names = async (search: string) =>
      (await peopleAtDesk(await house.desk(), search)).rows.map(({ name }) => name).sort();
    expect(await names("br")).toEqual(["Bridget O'Dowd", "Gus Brandt"]);
    expect(await names("O'D")).toEqual(["Bridget O'Dowd"]);
    expect(await names("%")).toEqual([]);
    expect(await names("")).toHaveLength(3);
  });

  test("what is no cursor is the first page", () => {
    for (const text of ["-1", "0", "1e9", "'; drop table people", undefined, ["a"]])
      expect(readCursor(text)).toBeUndefined();
  });
});

test("an act upon somebody of another community finds nobody", async () => {
  const [house, other] = [await aHouse(), await aHouse()];
  const stranger = await other.aMember("Elsewhere");
  const desk = await house.desk();
  for (const act of [
    () => giveRole(desk, as(stranger, "representative"), key()),
    () => removePerson(desk, { person: stranger, reason: "Sold watches." }, key()),
    () => giveDuty(desk, { person: stranger, space: null }, key()),
    () => suspendPerson(desk, { person: stranger, days: 7, reason: "Shouted." }, key()),
    () => lookAtPerson(desk, stranger),
  ])
    await expect(act()).rejects.toMatchObject({ status: 404 });
  const theirs = and(eq(memberships.personId, stranger), eq(memberships.role, "member"));
  expect(await db().select().from(memberships).where(theirs)).toHaveLength(1);
});
