import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { attempts } from "@/db/schema/accounts";
import { bookmarks } from "@/db/schema/bookmarks";
import { brands } from "@/db/schema/brands";
import { communities, memberships } from "@/db/schema/communities";
import { drafts } from "@/db/schema/drafts";
import { channelHeads, events } from "@/db/schema/events";
import { files, uploads } from "@/db/schema/files";
import { held, sentTexts } from "@/db/schema/held";
import { imports } from "@/db/schema/imports";
import { jobMarks } from "@/db/schema/jobs";
import { outbox } from "@/db/schema/mail";
import { notifications } from "@/db/schema/notifications";
import { linkPreviews } from "@/db/schema/previews";
import { pulseRuns } from "@/db/schema/pulse";
import { postWordsDue } from "@/db/schema/search";
import { personSettings } from "@/db/schema/settings";
import { spaces } from "@/db/schema/spaces";
import { posts, threads } from "@/db/schema/threads";
import { threadLevels } from "@/db/schema/watching";
import { viewerOf } from "@/lib/access/viewer";
import { profileInput } from "@/lib/accounts/input";
import { tidyAccounts } from "@/lib/accounts/jobs";
import { changeProfile } from "@/lib/accounts/profile";
import { askFor } from "@/lib/jobs/ask";
import { defineJob, everyMinute } from "@/lib/jobs/define";
import { jobs } from "@/lib/jobs/jobs";
import { startJobs, stopJobs } from "@/lib/jobs/runner";
import { work } from "@/lib/jobs/work";
import { enqueueMail } from "@/lib/mail/outbox";
import { spreadKind } from "@/lib/notifications/tell";
import { linksAlone } from "@/lib/previews/links";
import { aPerson, as, everything, onFreshDatabase } from "./product";

onFreshDatabase();

/** Something for every job to do. A job that finds nothing here is not tested: add to this when you add a job. */
async function aWorldWithWork() {
  const personId = await aPerson();
  const old = sql`now() - interval '100 days'`;
  const file = { ownerId: personId, type: "image/webp", bytes: 1, checksum: "0" };
  await db()
    .insert(files)
    .values([file, { ...file, stateSince: old }, { ...file, state: "orphan", stateSince: old }]);
  await db().insert(uploads).values({ ownerId: personId, purpose: "picture", size: 9, movedAt: old });
  await db().transaction((tx) => enqueueMail(tx, { personId, kind: "magic-link", params: {}, secret: "t" }));
  const mail = { personId, kind: "export-ready", locale: "en" };
  await db()
    .insert(outbox)
    .values([
      { ...mail, messageId: `<1@${personId}>`, state: "sending", sendingSince: old },
      { ...mail, messageId: `<2@${personId}>`, state: "sent", doneAt: old },
    ]);
  await db().insert(attempts).values({ key: "long ago", windowStart: old }).onConflictDoNothing();
  const [brand] = await db()
    .insert(brands)
    .values({ slug: "tea", name: "Tea", colour: "#204020" })
    .onConflictDoUpdate({ target: brands.slug, set: { name: "Tea" } })
    .returning();
  const brandId = brand!.id;
  const place = { brandId, slug: "pot", name: "Pot", purpose: "Tea", zone: "UTC", locale: "en" };
  const [community] = await db()
    .insert(communities)
    .values(place)
    .onConflictDoUpdate({ target: communities.slug, set: { name: "Pot" } })
    .returning();
  const communityId = community!.id;
  const [space] = await db()
    .insert(spaces)
    .values({ communityId, slug: "in", name: "In", purpose: "In", readAudience: "members", writeAudience: "members" })
    .onConflictDoUpdate({ target: [spaces.communityId, spaces.slug], set: { name: "In" } })
    .returning();
  const said = { communityId, authorId: personId };
  const [thread] = await db()
    .insert(threads)
    .values({ ...said, spaceId: space!.id, title: "Tea", lastPosition: 1 })
    .returning();
  await db()
    .insert(posts)
    .values({ ...said, threadId: thread!.id, position: 1, text: "Gone", html: "Gone", renderer: 1, removedAt: old });
  const link = '<p><a href="http://127.0.0.1/">http://127.0.0.1/</a></p>';
  const [linked] = await db()
    .insert(posts)
    .values({ ...said, threadId: thread!.id, position: 2, text: "http://127.0.0.1/", html: link, renderer: 1 })
    .returning();
  const urlHash = linksAlone(link)[0]!.hash;
  await db().insert(linkPreviews).values({ communityId, postId: linked!.id, urlHash });
  const shot = { ...file, state: "in use" as const, thingKind: "preview" as const, thingId: linked!.id, communityId };
  await db().insert(files).values(shot);
  await db()
    .insert(posts)
    .values({ ...said, threadId: thread!.id, position: 3, text: "From long ago", html: "", renderer: 0 });
  await db().insert(bookmarks).values({ communityId, personId, postId: linked!.id, remindAt: old });
  await db().insert(postWordsDue).values({ communityId, postId: linked!.id, again: true });
  await db()
    .insert(drafts)
    .values({ communityId, personId, kind: "answer", place: thread!.id, text: "Begun", savedAt: old });
  await db().insert(held).values({
    communityId,
    personId,
    kind: "thread",
    spaceId: space!.id,
    text: "Buy",
    why: [],
    decision: "refused",
    reason: "No",
    decidedAt: old,
  });
  await db().insert(sentTexts).values({ communityId, personId, print: "0", newcomer: true, sentAt: old });
  const watcher = await aPerson();
  await db().insert(memberships).values({ communityId, personId: watcher, role: "member" });
  await db().insert(personSettings).values({ personId: watcher, key: "quietFrom", value: "none" });
  const watched = { communityId, threadId: thread!.id, personId: watcher };
  await db()
    .insert(threadLevels)
    .values({ ...watched, level: "watch", setAt: old });
  await db().transaction((tx) => askFor(tx, spreadKind, `${communityId}_${linked!.id}`, "from the start"));
  const news = { ...watched, postId: linked!.id, aboutId: linked!.id, actorId: personId, day: "2026-01-01" };
  const due = { letterAt: sql`now()` };
  await db()
    .insert(notifications)
    .values([
      { ...news, ...due, kind: "reaction", cause: "reaction", letter: "digest" },
      { ...news, ...due, kind: "accepted", cause: "accepted", letter: "alone" },
      { ...news, kind: "removed", cause: "moderation", createdAt: sql`now() - interval '200 days'` },
    ]);
  // What somebody is told of a reaction they would usually read in the app.
  await db()
    .insert(personSettings)
    .values([
      { personId: watcher, key: "tellReaction", value: "digest" },
      { personId: watcher, key: "tellAccepted", value: "mail" },
    ]);
  await db().update(spaces).set({ holders: null });
  await db().insert(channelHeads).values({ communityId, channel: "community", lastSeq: 1 }).onConflictDoNothing();
  await db()
    .insert(events)
    .values({ communityId, channel: "community", seq: 1, kind: "old", subject: {}, createdAt: old })
    .onConflictDoNothing();
  await aPerson({ state: "invited", name: null, emailVerifiedAt: null, createdAt: new Date(2020, 1, 1) });
  // Elsewhere, where the night has nothing open to find.
  const [other] = await db()
    .insert(communities)
    .values({ ...place, slug: "cup", name: "Cup" })
    .onConflictDoUpdate({ target: communities.slug, set: { name: "Cup" } })
    .returning();
  await db().insert(pulseRuns).values({ communityId: other!.id }).onConflictDoNothing();
  // Of a file that is not there: it is looked for once, and then it has stopped.
  await db().insert(imports).values({ communityId, source: "elsewhere", askedBy: personId }).onConflictDoNothing();
  await db().insert(jobMarks).values({ kind: "long.gone", subject: personId, period: "2020-01-01", doneAt: old });
}

/** The world without this job's own marks, which always change. */
async function worldOf(kind: string) {
  const all = await everything();
  return { ...all, job_marks: all.job_marks?.filter((row) => JSON.parse(row).kind !== kind) };
}

describe("every job, run again and twice at once, changes nothing more", () => {
  test("there are jobs, and no two of one kind", () => {
    expect(jobs.length).toBeGreaterThan(0);
    expect(new Set(jobs.map(({ kind }) => kind)).size).toBe(jobs.length);
  });

  test.each(jobs.map((job) => [job.kind, job] as const))("%s", async (kind, job) => {
    await aWorldWithWork();
    const before = await worldOf(kind);
    await work(job);
    expect(await worldOf(kind)).not.toEqual(before);
    const after = await everything();
    await work(job);
    expect(await everything()).toEqual(after);
    await Promise.all([work(job), work(job)]);
    expect(await everything()).toEqual(after);
  });
});

test("the key of a form lives seven days: until then the same form is the same act, after that a new one", async () => {
  const person = await as(await aPerson());
  const form = { name: "Ada", bio: "Tea", locale: "", zone: "" };
  const [young, old] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const key of [young, old]) await changeProfile(person, profileInput.parse(form), { key });
  const age = (key: string, days: string) =>
    db().execute(sql`update writes set created_at = now() - ${days}::interval where key = ${key}`);
  await age(young, "6 days 23 hours");
  await age(old, "7 days 1 hour");
  await db().delete(jobMarks).where(eq(jobMarks.kind, tidyAccounts.kind));
  await work(tidyAccounts);
  const { rows } = await db().execute<{ key: string }>(
    sql`select key from writes where actor = ${person.personId} order by created_at`,
  );
  expect(rows.map(({ key }) => key)).toEqual([young]);
  const other = profileInput.parse({ ...form, name: "Bo" });
  await expect(changeProfile(person, other, { key: young })).rejects.toMatchObject({ code: "common.alreadySent" });
  await changeProfile(person, other, { key: old });
  expect((await viewerOf(person.personId)).name).toBe("Bo");
});

describe("one piece of work", () => {
  const kind = "test.count";
  const counted = () => db().execute<{ n: number }>(sql`select count(*)::int as n from counted`);
  const count = async () => (await counted()).rows[0]?.n;
  let fail = false;
  const job = defineJob({
    kind,
    every: everyMinute,
    run: async (tx, subject) => {
      await tx.execute(sql`insert into counted values (${subject})`);
      await tx.execute(sql`select pg_sleep(0.1)`);
      if (fail) throw new Error("half way");
    },
  });

  beforeAll(async () => {
    await db().execute(sql`create table counted (subject text)`);
  });

  test("asked for twice and tried by four at once, it is done once", async () => {
    await db().transaction((tx) => askFor(tx, kind, "one"));
    await db().transaction((tx) => askFor(tx, kind, "one"));
    await Promise.all([work(job), work(job), work(job), work(job)]);
    expect(await count()).toBe(1);
  });

  test("what fails half way leaves nothing, waits longer each time, and is given up in the end", async () => {
    fail = true;
    await db().transaction((tx) => askFor(tx, kind, "two"));
    await work(job);
    await work(job);
    const waiting = async () => (await db().select().from(jobMarks)).find(({ subject }) => subject === "two");
    expect(await count()).toBe(1);
    expect(await waiting()).toMatchObject({ attempts: 1, doneAt: null });
    for (let n = 2; n <= 12; n++) {
      await db().execute(sql`update job_marks set next_at = now() where subject = 'two'`);
      await work(job);
    }
    expect(await waiting()).toMatchObject({ attempts: 12, doneAt: null });
    expect((await waiting())?.givenUpAt).not.toBeNull();
    fail = false;
    await db().execute(sql`update job_marks set next_at = now() where subject = 'two'`);
    await work(job);
    expect(await count()).toBe(1);
  });

  test("one failure does not keep the rest waiting", async () => {
    await db().transaction(async (tx) => {
      for (const subject of ["3", "4", "5"]) await askFor(tx, kind, subject);
    });
    const picky = {
      ...job,
      run: async (tx: Parameters<typeof job.run>[0], subject: string) => {
        if (subject === "3") throw new Error("not this one");
        await job.run(tx, subject);
      },
    };
    await work(picky);
    expect(await count()).toBe(3);
  });

  test("work asked for in a transaction that failed is not done", async () => {
    const failing = db().transaction(async (tx) => {
      await askFor(tx, kind, "never");
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await work(job);
    expect(await count()).toBe(3);
  });
});

test("the runner hears at once that there is mail, and stops cleanly", async () => {
  await startJobs();
  await startJobs();
  const personId = await aPerson();
  const params = { at: new Date().toISOString() };
  await db().transaction((tx) => enqueueMail(tx, { personId, kind: "new-device", params }));
  const kept = async () =>
    (await db().select().from(outbox)).some((row) => row.personId === personId && row.state === "kept");
  const until = Date.now() + 8_000;
  while (!(await kept()) && Date.now() < until) await new Promise((soon) => setTimeout(soon, 100));
  expect(await kept()).toBe(true);
  await stopJobs();
});
