import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { communities } from "@/db/schema/communities";
import { jobMarks } from "@/db/schema/jobs";
import { type PulseAudience, pulseRuns, pulseSnapshots } from "@/db/schema/pulse";
import { openDesk, openPost, openPostRemoval } from "@/lib/access/gate";
import { work } from "@/lib/jobs/work";
import { referenceFor } from "@/lib/operate/score/reference";
import { removePost } from "@/lib/posts/commands";
import { askForPulse } from "@/lib/pulse/commands";
import { askNightly, takePulses } from "@/lib/pulse/jobs";
import { evidenceHere, lastRun, peopleInTies, pulseHere } from "@/lib/pulse/queries";
import type { PulseResult } from "@/lib/pulse/result";
import type { MessageInput } from "@/lib/scoring/input";
import { scoreOf } from "@/lib/scoring/score";
import { changeCommunitySetting, changeMemberSetting } from "@/lib/settings/commands";
import { changeSpace } from "@/lib/spaces/commands";
import { lineOf } from "@/tests/support/score/scored";
import { onFreshDatabase } from "../jobs/product";
import { aHouse, aSpace, type House, key, lately, plant, pulseAs, takeWaiting } from "./planted";

onFreshDatabase();

const small = { people: 36, weeks: 12 };
const show = async (house: House, value: "managers" | "members" | "everyone") =>
  changeCommunitySetting(await house.desk(), { setting: "pulseShown", value }, key());
const snapshots = async (house: House) => {
  const { community } = await house.desk();
  const rows = await db().select().from(pulseSnapshots).where(eq(pulseSnapshots.communityId, community.id));
  return new Map(rows.map((row) => [row.audience, row]));
};
const resultOf = async (house: House, audience: PulseAudience) =>
  (await snapshots(house)).get(audience)!.result as PulseResult;
const ask = async (house: House) => askForPulse(await house.desk(), {}, key());
const runs = async (house: House) => {
  const { community } = await house.desk();
  return db().select().from(pulseRuns).where(eq(pulseRuns.communityId, community.id));
};

/** The core itself on the same messages, with the day and words that the product hands to it. */
function directly(messages: readonly MessageInput[]) {
  const yesterday = Math.floor(Date.now() / 86_400_000) - 1;
  const line = lineOf(messages, "UTC", yesterday);
  return scoreOf(line, { seed: 1, reference: referenceFor(line, ["The Long Grass", "Tindrel"]) }).report;
}

async function aTightHouse() {
  const house = await aHouse();
  await db().update(communities).set({ zone: "UTC" }).where(eq(communities.slug, house.slug));
  const meadow = await aSpace(house, "meadow", "everyone");
  const messages = lately("tight", small);
  const planted = await plant(house, meadow, messages);
  return { house, meadow, messages, ...planted };
}

test("a snapshot says what the method says of the same rows, with evidence as posts that open, and takes its own place on the same day", async () => {
  const { house, messages, posts, people } = await aTightHouse();
  await ask(house);
  await takeWaiting();
  const found = await resultOf(house, "whole");
  const report = directly(messages);
  expect(report.elements.interaction.value).toBeGreaterThan(20);
  expect(found.elements.interaction).toMatchObject({
    value: report.elements.interaction.value,
    low: report.elements.interaction.low,
    high: report.elements.interaction.high,
    parts: report.elements.interaction.parts,
  });
  expect(found.elements.stakes).toMatchObject({ value: null, parts: report.elements.stakes.parts });
  expect(found.elements.meaning.value).toBe(report.elements.meaning.value);
  expect(found.windows).toEqual(report.windows);
  expect([found.members, found.posts, found.window]).toEqual([report.members, report.posts, report.window]);
  expect(found.elements.interaction.evidence.map(({ post }) => post)).toEqual(
    report.elements.interaction.evidence.map(({ id }) => posts.get(id)),
  );
  expect(found.elements.interaction.evidence.length).toBeGreaterThan(0);
  expect(found.rhythm.reduce((sum, { posts }) => sum + posts, 0)).toBe(found.posts);
  expect(found.tiesThen.at(-1)).toMatchObject(found.tiesInAll);
  expect(found.ties.length).toBeGreaterThan(5);
  expect(new Set(people.values())).toContain(found.ties[0]!.a);

  const pulse = await pulseAs(house, house.owner);
  const here = (await pulseHere(pulse))!;
  expect(here).toMatchObject({ method: report.method, result: { posts: report.posts } });
  const evidence = await evidenceHere(pulse, here);
  expect(evidence.interaction).toHaveLength(found.elements.interaction.evidence.length);
  expect(evidence.interaction[0]).toMatchObject({ title: "A talk", space: "The meadow" });
  expect(evidence.interaction[0]!.figures.length).toBeGreaterThan(0);

  // What is removed is evidence no more, and nothing says that it was.
  const gone = evidence.interaction[0]!.id;
  const post = await openPost(await house.to(house.owner), gone);
  await removePost(openPostRemoval(post), { why: "Off topic." }, key());
  const after = await evidenceHere(pulse, here);
  expect(after.interaction.map(({ id }) => id)).not.toContain(gone);
  expect(after.interaction).toHaveLength(evidence.interaction.length - 1);

  await ask(house);
  await takeWaiting();
  expect((await snapshots(house)).size).toBe(3);
  expect((await resultOf(house, "whole")).posts).toBe(found.posts - 1);
});

test("too little is not enough yet and never 0; nothing at all is said so too", async () => {
  const house = await aHouse();
  await ask(house);
  await takeWaiting();
  expect(await resultOf(house, "whole")).toMatchObject({
    posts: 0,
    window: { from: null },
    elements: { interaction: { value: null }, stakes: { value: null }, meaning: { value: null } },
  });
  const meadow = await aSpace(house, "meadow", "everyone");
  await plant(house, meadow, lately("tight", { people: 6, weeks: 2 }));
  await ask(house);
  await takeWaiting();
  const few = await resultOf(house, "whole");
  expect(few.elements.interaction.value).toBeNull();
  expect(few.posts).toBeGreaterThan(0);
});

test("each audience is counted from what it reads: nothing of a closed space is in a number, a tie, a name or an id outside", async () => {
  const { house, meadow, people } = await aTightHouse();
  const badge = await house.aBadge("Lamp");
  const inner = await aSpace(house, "lamp", "badges", badge);
  const hall = await aSpace(house, "hall", "members");
  // The same people talk inside as well, and others are there alone.
  const inside = await plant(house, inner, lately("tight", { ...small, seed: 7 }), new Map(people));
  const among = await plant(house, hall, lately("help-desk", { weeks: 3, seed: 3 }));
  await ask(house);
  await takeWaiting();
  const all = await snapshots(house);
  const [open, members, whole] = (["public", "members", "whole"] as const).map(
    (audience) => all.get(audience)!.result as PulseResult,
  );
  const spacesOf = (audience: PulseAudience) => all.get(audience)!.spaces;
  expect(spacesOf("public")).toContain(meadow);
  expect([...spacesOf("members")].sort()).toEqual([...spacesOf("public"), hall].sort());
  expect([...spacesOf("whole")].sort()).toEqual([...spacesOf("members"), inner].sort());
  const insideIds = [...inside.posts.values()];
  const amongIds = [...among.posts.values()];
  const says = (result: PulseResult | undefined, ids: readonly string[]) => {
    const text = JSON.stringify(result);
    return ids.filter((id) => text.includes(id));
  };
  expect(says(open, [...insideIds, ...amongIds, inner, hall])).toEqual([]);
  expect(says(members, [...insideIds, inner])).toEqual([]);
  expect(says(whole, insideIds).length).toBeGreaterThan(0);
  expect(open!.posts).toBeLessThan(members!.posts);
  expect(members!.posts).toBeLessThan(whole!.posts);
  expect(whole!.tiesInAll).not.toEqual(open!.tiesInAll);

  // The public one is what it was before there was an inside.
  const alone = await aHouse();
  await db().update(communities).set({ zone: "UTC" }).where(eq(communities.slug, alone.slug));
  await plant(alone, await aSpace(alone, "meadow", "everyone"), lately("tight", small));
  await ask(alone);
  await takeWaiting();
  const other = await resultOf(alone, "public");
  expect({ ...open, ties: [], lapsing: [], elements: open!.elements.interaction.value }).toEqual({
    ...other,
    ties: [],
    lapsing: [],
    elements: other.elements.interaction.value,
  });
});

test("managers see it, members and everybody where the community shows it, each their own; who is shown nothing finds nothing", async () => {
  const { house, meadow } = await aTightHouse();
  const dilys = await house.aMember("Dilys");
  await ask(house);
  await takeWaiting();
  expect((await pulseAs(house, house.owner)).pulse).toBe("whole");
  await expect(pulseAs(house, dilys)).rejects.toMatchObject({ status: 404 });
  await expect(pulseAs(house, null)).rejects.toMatchObject({ status: 404 });
  await show(house, "members");
  expect((await pulseAs(house, dilys)).pulse).toBe("members");
  await expect(pulseAs(house, null)).rejects.toMatchObject({ status: 404 });
  await show(house, "everyone");
  expect((await pulseAs(house, null)).pulse).toBe("public");
  expect(await pulseHere(await pulseAs(house, null))).toBeDefined();

  // Outside nobody is named; inside only who shows what they take part in.
  const here = (await pulseHere(await pulseAs(house, dilys)))!;
  expect((await peopleInTies(await pulseAs(house, null), here)).size).toBe(0);
  const named = await peopleInTies(await pulseAs(house, dilys), here);
  const { a } = here.result.ties[0]!;
  expect(named.get(a)?.name).toMatch(/^person/);
  await changeMemberSetting(await house.member(a), { setting: "activityShown", value: false }, key());
  expect((await peopleInTies(await pulseAs(house, dilys), here)).has(a)).toBe(false);

  // Closed since: the number it stood in is shown no more to whom it is closed.
  const facts = { name: "The meadow", slug: "meadow", purpose: "Where some talk.", door: "hidden" } as const;
  const closed = { readAudience: "members", writeAudience: "members", readBadges: [], writeBadges: [] } as const;
  await changeSpace(await house.desk(), { ...facts, ...closed, needs: "any", space: meadow } as never, key());
  expect(await pulseHere(await pulseAs(house, null))).toBeUndefined();
  expect(await pulseHere(await pulseAs(house, dilys))).toBeDefined();
});

test("whom the brand pays and who leads are in no number; who leaves the score stands in none from then on", async () => {
  const { house, messages, people } = await aTightHouse();
  const name = messages.at(-1)!.author;
  const paid = people.get(name)!;
  await db().execute(sql`update memberships set role = 'representative', employed = true where person_id = ${paid}`);
  await ask(house);
  await takeWaiting();
  const without = await resultOf(house, "whole");
  const report = directly(messages.map((one) => (one.author === name ? { ...one, role: "staff" as const } : one)));
  expect(without.posts).toBe(report.posts);
  expect(without.elements.interaction.value).toBe(report.elements.interaction.value);
  expect(JSON.stringify([without.ties, without.lapsing])).not.toContain(paid);

  await db().execute(sql`update memberships set role = 'representative', employed = false where person_id = ${paid}`);
  await changeMemberSetting(await house.member(paid), { setting: "inPulse", value: false }, key());
  await ask(house);
  await takeWaiting();
  const left = await resultOf(house, "whole");
  expect(left.posts).toBe(without.posts);
  expect(JSON.stringify(left)).not.toContain(paid);
});

test("asked for twice at once it is taken once; who asks while it runs waits for that one", async () => {
  const house = await aHouse();
  const asked = await Promise.all([ask(house), ask(house), ask(house), ask(house)]);
  expect(new Set(asked.map(({ runId }) => runId)).size).toBe(1);
  expect(await runs(house)).toHaveLength(1);
  expect(await lastRun(await house.desk())).toMatchObject({ state: "waiting", postsRead: 0 });
  await Promise.all([takeWaiting(), takeWaiting(), takeWaiting()]);
  expect(await runs(house)).toMatchObject([{ state: "done", attempts: 1 }]);
  expect((await snapshots(house)).size).toBe(3);
  const again = await ask(house);
  expect(again.runId).not.toBe(asked[0]!.runId);
  await takeWaiting();
  expect((await runs(house)).map(({ state }) => state)).toEqual(["done", "done"]);
});

test("whose process died is taken up again, three times at the most, and then says that it failed", async () => {
  const house = await aHouse();
  const { runId } = await ask(house);
  const silent = (attempts: number) =>
    db().execute(sql`
      update pulse_runs set state = 'running', attempts = ${attempts}, moved_at = now() - interval '3 minutes', finished_at = null
      where id = ${runId}`);
  await silent(1);
  await takeWaiting();
  expect(await runs(house)).toMatchObject([{ state: "done", attempts: 2 }]);
  await silent(3);
  await takeWaiting();
  expect(await lastRun(await house.desk())).toMatchObject({ state: "failed" });
  // A failure is no end: it can be asked for again.
  await ask(house);
  await takeWaiting();
  expect(await lastRun(await house.desk())).toMatchObject({ state: "done" });
});

test("every night it is taken, once on each of the community's days", async () => {
  const house = await aHouse();
  await work(askNightly);
  await work(askNightly);
  expect(await runs(house)).toMatchObject([{ state: "waiting", askedBy: null }]);
  await work(takePulses);
  expect(await runs(house)).toMatchObject([{ state: "done" }]);
  await work(askNightly);
  expect(await runs(house)).toHaveLength(1);
  await db().execute(sql`update job_marks set period = '2026-01-01' where kind = ${askNightly.kind}`);
  await work(askNightly);
  await work(takePulses);
  expect((await runs(house)).map(({ state }) => state)).toEqual(["done", "done"]);
  expect((await db().select().from(jobMarks).where(eq(jobMarks.kind, askNightly.kind))).length).toBeGreaterThan(1);
  const { community } = openDesk(await house.to(house.owner));
  const [one] = await db().select().from(pulseSnapshots).where(eq(pulseSnapshots.communityId, community.id));
  const { rows } = await db().execute<{ day: string }>(
    sql`select ((now() at time zone ${community.zone})::date - 1)::text as day`,
  );
  expect(one?.asOf).toBe(rows[0]!.day);
});
