import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox, people, reports } from "@/db/schema";
import { openReports } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { giveDuty } from "@/lib/members/duties/commands";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { makeReportInput } from "@/lib/moderation/reports/input";
import { myReports, reportsAtDesk } from "@/lib/moderation/reports/queries";
import { aPerson, onFreshDatabase } from "../jobs/product";
import { aHouse, key } from "../members/house";

onFreshDatabase();

const report = (more: Record<string, unknown> = {}) =>
  makeReportInput.parse({ about: "/x/spaces/y", reason: "spam", text: "A watch for nine euros.", ...more });

/** Visitors from a network of their own, since reports are counted by it. */
const outside = async (house: Awaited<ReturnType<typeof aHouse>>, address = `10.${randomUUID()}`) => ({
  ...(await house.asVisitor()),
  viewer: { ...visitor, address },
});

describe("the report form works without an account", () => {
  test("a visitor reports, managers and moderators are told, and the answer goes to the address that was left", async () => {
    const house = await aHouse();
    const thandeka = await house.aMember("Thandeka");
    await giveDuty(await house.desk(), { person: thandeka, space: null }, key());
    const email = "odalys@outside.example";
    const { reportId } = await makeReport(await outside(house), report({ email }), key());
    const [contact] = await db().select().from(people).where(eq(people.email, email));
    expect(contact).toMatchObject({ state: "contact", name: null });
    const told = await db().select({ to: outbox.personId, kind: outbox.kind }).from(outbox);
    expect(told).toContainEqual({ to: house.owner, kind: "report-received" });
    expect(told).toContainEqual({ to: thandeka, kind: "report-received" });

    const desk = openReports(await house.to(thandeka));
    expect((await reportsAtDesk(desk, "waiting")).rows).toMatchObject([{ id: reportId, from: "address", name: null }]);
    await answerReport(desk, { report: reportId, answer: "It is gone." }, key());
    await expect(answerReport(desk, { report: reportId, answer: "Again." }, key())).rejects.toMatchObject({
      code: "moderation.alreadyAnswered",
    });
    const [mail] = await db().select().from(outbox).where(eq(outbox.personId, contact!.id));
    expect(mail?.kind).toBe("report-answered");
    expect((await reportsAtDesk(desk, "answered")).rows).toMatchObject([{ answeredBy: "Thandeka" }]);
  });

  test("typing somebody's address is not being them; signed in, one is named and reads the answer", async () => {
    const house = await aHouse();
    const email = "bridget@people.example";
    const bridget = await aPerson({ name: "Bridget", email });
    await makeReport(await outside(house), report({ email }), key());
    await makeReport(await house.to(bridget), report({ text: "From me, signed in." }), key());
    const { rows } = await reportsAtDesk(openReports(await house.to(house.owner)), "waiting");
    expect(rows.map(({ from, name }) => [from, name])).toEqual([
      ["signed in", "Bridget"],
      ["address", null],
    ]);
    expect(await myReports(await house.to(bridget))).toHaveLength(2);
  });

  test("without an address it is anonymous; no path out of the house is kept", async () => {
    const house = await aHouse();
    const { reportId } = await makeReport(await outside(house), report({ about: "https://evil.example/" }), key());
    const [row] = await db().select().from(reports).where(eq(reports.id, reportId));
    expect(row).toMatchObject({ personId: null, about: "/" });
  });

  test("limited for each network, and others are heard still", async () => {
    const house = await aHouse();
    const loud = `10.${randomUUID()}`;
    const tries = await Promise.allSettled(
      Array.from({ length: 14 }, async () => makeReport(await outside(house, loud), report(), key())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    await expect(makeReport(await outside(house), report(), key())).resolves.toHaveProperty("reportId");
  });

  test("members without the duty, and moderators of one space, find no reports", async () => {
    const house = await aHouse();
    const gus = await house.aMember("Gus");
    const access = await house.to(gus);
    expect(() => openReports(access)).toThrow(expect.objectContaining({ status: 404 }));
  });
});
