import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { joinRequests, memberships } from "@/db/schema";
import { openReports } from "@/lib/access/gate";
import { overview } from "@/lib/communities/queries";
import { inviteByLink, withdrawInvitation } from "@/lib/members/invitations/commands";
import { newcomers, peopleAtDesk } from "@/lib/members/people";
import { askToJoin, decideRequest } from "@/lib/members/requests/commands";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { makeReportInput } from "@/lib/moderation/reports/input";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "../members/house";

onFreshDatabase();

const day = 86_400_000;
const nothing = { requests: 0, requestsSince: null, reports: 0, reportsSince: null, invitations: 0, runningOut: 0 };

test("the manager's overview: what waits and since when, counted from the rows, and only of this community", async () => {
  const [house, other] = [await aHouse("request"), await aHouse("request")];
  // The founder is the newest there is.
  expect(await overview(await house.desk())).toEqual({ ...nothing, newcomers: 1, suspended: 0 });

  const [reto, gus] = [await aPerson({ name: "Reto" }), await aPerson({ name: "Gus" })];
  const first = new Date(Date.now() - 2 * day);
  await askToJoin(await house.newcomer(reto), { message: "May I?" }, key());
  await askToJoin(await house.newcomer(gus), { message: "" }, key());
  await db().update(joinRequests).set({ askedAt: first }).where(eq(joinRequests.personId, reto));
  const report = makeReportInput.parse({ about: "/", reason: "spam", text: "A watch for nine euros." });
  const { reportId } = await makeReport(await house.to(house.owner), report, key());
  const asMember = await house.member(house.owner);
  const { invitationId } = await inviteByLink(asMember, { uses: 5, days: 1 }, key());
  await inviteByLink(asMember, { uses: 5, days: 30 }, key());
  expect(await overview(await house.desk())).toMatchObject({
    requests: 2,
    requestsSince: `${first.toISOString().slice(0, 19)}Z`,
    reports: 1,
    invitations: 2,
    runningOut: 1,
  });
  expect(await overview(await other.desk())).toMatchObject({ ...nothing, newcomers: 1 });

  const waiting = await db().select().from(joinRequests).where(eq(joinRequests.communityId, asMember.community.id));
  for (const { id } of waiting)
    await decideRequest(await house.desk(), { request: id, decision: "let in", reason: "" }, key());
  await answerReport(openReports(await house.to(house.owner)), { report: reportId, answer: "It is gone." }, key());
  await withdrawInvitation(asMember, { invitation: invitationId }, key());
  expect(await overview(await house.desk())).toEqual({ ...nothing, invitations: 1, newcomers: 3, suspended: 0 });
});

test("who came within a month is met by name, with who brought them; who is suspended can be listed alone", async () => {
  const house = await aHouse();
  const [dilys, bridget] = [await house.aMember("Dilys"), await house.aMember("Bridget")];
  const { id } = (await house.to(house.owner)).community;
  const membership = (who: string) => and(eq(memberships.communityId, id), eq(memberships.personId, who));
  await db().update(memberships).set({ broughtBy: dilys }).where(membership(bridget));
  await db()
    .update(memberships)
    .set({ joinedAt: new Date(Date.now() - 31 * day) })
    .where(membership(dilys));
  const met = (await newcomers(await house.desk())).map(({ name, bringer }) => [name, bringer]);
  expect(met).toEqual([
    ["Bridget", "Dilys"],
    ["Una Kilbride", null],
  ]);

  await suspendPerson(await house.desk(), { person: dilys, days: 3, reason: "Shouted twice." }, key());
  expect(await overview(await house.desk())).toMatchObject({ newcomers: 2, suspended: 1 });
  const suspended = await peopleAtDesk(await house.desk(), "", undefined, true);
  expect(suspended.rows.map(({ name }) => name)).toEqual(["Dilys"]);
});
