import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { openMember, openOwnPost, openReaction, openSpaceToWrite, openThreadToWrite } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { countAttempt } from "@/lib/accounts/attempts";
import type { Refusal } from "@/lib/errors";
import { giveRole } from "@/lib/members/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { inviteByLink, inviteByMail } from "@/lib/members/invitations/commands";
import { changeLimits } from "@/lib/moderation/limits/commands";
import { factsOf } from "@/lib/moderation/limits/facts";
import { type LimitName, usual } from "@/lib/moderation/limits/numbers";
import { limitsOf } from "@/lib/moderation/limits/queries";
import { makeReport } from "@/lib/moderation/reports/commands";
import { liftSuspension, suspendPerson } from "@/lib/moderation/suspensions/commands";
import { editPost, writePost } from "@/lib/posts/commands";
import { react } from "@/lib/reactions/commands";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let thread = "";
beforeAll(async () => {
  room = await aRoom();
});
beforeEach(async () => {
  ({ threadId: thread } = await room.start(room.owner));
  await choose();
});

/** The number of a newcomer is half of it. */
const choose = async (more: Partial<Record<LimitName, { most: number; minutes: number }>> = {}) =>
  changeLimits(await room.desk(), { ...usual, ...more }, key());
const fewPosts = (most = 6, minutes = 10) => choose({ posts: { most, minutes } });
const say = (who: string, text = "Hm.") => room.say(who, thread, text);
const refusalOf = (act: Promise<unknown>): Promise<Refusal> =>
  act.then(
    () => Promise.reject(new Error("It was not refused.")),
    (error) => error,
  );
/** Of many at once: how many passed, and the codes of the others. */
async function settled(acts: Promise<unknown>[]) {
  const all = await Promise.allSettled(acts);
  const refused = all.flatMap((one) => (one.status === "rejected" ? [String(one.reason.code ?? one.reason)] : []));
  return { passed: acts.length - refused.length, codes: [...new Set(refused)] };
}
const passTime = (seconds: number) =>
  db().execute(sql`update attempts set window_start = window_start - make_interval(secs => ${seconds})`);
const postsOf = async (who: string) =>
  (await db().execute<{ n: number }>(sql`select count(*)::int as n from posts where author_id = ${who}`)).rows[0]!.n;

describe("counted by the database", () => {
  test("of 30 answers at once, in as many connections as there are, exactly as many pass as may", async () => {
    await fewPosts(20);
    const corin = await room.aMember("Corin the Quick");
    const { passed, codes } = await settled(Array.from({ length: 30 }, (_, n) => say(corin, `Answer ${n}`)));
    expect([passed, codes, await postsOf(corin)]).toEqual([10, ["limits.posts"], 10]);
  });

  test("changing what one wrote counts with the answers; a change that is refused for another reason does not", async () => {
    await fewPosts(6);
    const hal = await room.aMember("Hal");
    const { postId } = await say(hal);
    const change = async (text: string, version: number) =>
      editPost(openOwnPost(await room.post(hal, postId)), { text, version, draft: undefined }, key());
    await change("Hm, yes.", 0);
    expect(await refusalOf(change("Hm, no.", 0))).toMatchObject({ status: 409, code: "threads.editedMeanwhile" });
    await change("Hm, no.", 1);
    for (const act of [() => change("Hm, well.", 2), () => say(hal)])
      expect(await refusalOf(act())).toMatchObject({ status: 429, code: "limits.posts" });
  });

  test("the span moves along, and whoever waits as long as they are told goes on; what was refused is not counted", async () => {
    await fewPosts(4);
    const gus = await room.aMember("Gus");
    await say(gus);
    await passTime(300);
    await say(gus);
    const refused = await refusalOf(say(gus));
    expect(refused).toMatchObject({ status: 429, code: "limits.posts" });
    expect(refused.more.retryAfter).toBeGreaterThan(300 - 60);
    expect(refused.more.retryAfter).toBeLessThanOrEqual(300 + 60);
    for (let n = 0; n < 3; n++) await refusalOf(say(gus));
    await passTime(refused.more.retryAfter! - 65);
    await refusalOf(say(gus));
    await passTime(65);
    await say(gus);
    await refusalOf(say(gus));
  });

  test("the time is the one until there is room, also when the number has become smaller than what was done", async () => {
    await fewPosts(12);
    const gus = await room.aMember("Gus");
    for (let n = 0; n < 4; n++) {
      await say(gus);
      await passTime(120);
    }
    await fewPosts(4);
    // Two may stand in ten minutes: there is room when the third of the four is ten minutes old.
    const { more } = await refusalOf(say(gus));
    await passTime(more.retryAfter!);
    await say(gus);
  });

  test("a changed number counts at once, and so does a changed span", async () => {
    await fewPosts(4);
    const gus = await room.aMember("Gus");
    await say(gus);
    await say(gus);
    await refusalOf(say(gus));
    await fewPosts(6);
    await say(gus);
    await refusalOf(say(gus));
    await passTime(11 * 60);
    await fewPosts(6, 60);
    await refusalOf(say(gus));
    await fewPosts(6, 10);
    await say(gus);
  });

  test("the same form again is the same answer and is not counted, even when nothing more may be said", async () => {
    await fewPosts(4);
    const gus = await room.aMember("Gus");
    const access = openThreadToWrite(await room.thread(gus, thread));
    const once = key();
    const first = await writePost(access, { text: "Once." }, once);
    expect(await writePost(access, { text: "Once." }, once)).toEqual(first);
    await say(gus);
    await refusalOf(say(gus));
    expect(await writePost(access, { text: "Once." }, once)).toEqual(first);
    expect(await postsOf(gus)).toBe(2);
  });

  test("sent twice at the same moment it is one, and counted once", async () => {
    await fewPosts(4);
    const gus = await room.aMember("Gus");
    const access = openThreadToWrite(await room.thread(gus, thread));
    const once = key();
    await Promise.all(Array.from({ length: 8 }, () => writePost(access, { text: "Once." }, once)));
    await say(gus);
    await refusalOf(say(gus));
  });

  test("a refused form can be sent again with the same key when the time has come", async () => {
    await fewPosts(2);
    const gus = await room.aMember("Gus");
    const access = openThreadToWrite(await room.thread(gus, thread));
    await say(gus);
    const kept = key();
    const { more } = await refusalOf(writePost(access, { text: "Kept." }, kept));
    await passTime(more.retryAfter!);
    await expect(writePost(access, { text: "Kept." }, kept)).resolves.toHaveProperty("postId");
  });

  test("what is refused for another reason takes nothing away", async () => {
    await fewPosts(4);
    const gus = await room.aMember("Gus");
    const access = openThreadToWrite(await room.thread(gus, thread));
    const names = Array.from({ length: 21 }, (_, n) => `@[Person ${n}]`).join(" ");
    for (let n = 0; n < 4; n++)
      await expect(writePost(access, { text: names }, key())).rejects.toMatchObject({ status: 422 });
    await say(gus);
    await say(gus);
    await refusalOf(say(gus));
  });

  test("one person's haste is nobody else's, and one community's no other's", async () => {
    await fewPosts(2);
    const [gus, aroha] = [await room.aMember("Gus"), await room.aMember("Aroha")];
    await say(gus);
    await refusalOf(say(gus));
    await say(aroha);
    const other = await aRoom();
    const { joinCommunity } = await import("@/lib/members/commands");
    await joinCommunity(await other.newcomer(gus), {}, key());
    const begun = await other.start(other.owner);
    await expect(other.say(gus, begun.threadId, "Here.")).resolves.toHaveProperty("postId");
  });

  test("whoever acts on another day, as the demo world and imports do, is neither refused nor counted", async () => {
    await fewPosts(2);
    const gus = await room.aMember("Gus");
    const access = openThreadToWrite(await room.thread(gus, thread));
    const then = { ...access, viewer: await viewerOf(gus, new Date("2024-05-05T10:00:00Z")) };
    for (let n = 0; n < 5; n++) await writePost(then, { text: "Then." }, key());
    await say(gus);
    await refusalOf(say(gus));
  });
});

describe("adapting to trust", () => {
  const since = (who: string, days: number) =>
    db().execute(
      sql`update memberships set joined_at = now() - make_interval(days => ${days}, mins => 1) where person_id = ${who}`,
    );
  /** Posts of another day, so that they count for trust and for no limit. */
  const wrote = (who: string, posts: number, removed = 0) =>
    db().execute(sql`
      insert into posts (community_id, thread_id, position, author_id, text, html, renderer, created_at, removed_at, removed_by)
      select t.community_id, t.id, 100000 + (random() * 1000000000)::int, ${who}, 'x', '<p>x</p>', 1, now() - interval '1 hour',
        case when n <= ${removed} then now() end, case when n <= ${removed} then ${room.owner}::uuid end
      from threads t, generate_series(1, ${posts}) n where t.id = ${thread}`);
  const most = async (who: string) => (await settled(Array.from({ length: 10 }, () => say(who)))).passed;

  test("a newcomer has half of the number, a member all of it, somebody trusted twice as much", async () => {
    await fewPosts(4);
    const [newcomer, member, trusted] = await Promise.all(["New", "Known", "Old"].map((name) => room.aMember(name)));
    await since(member!, 3);
    await wrote(member!, 5);
    await since(trusted!, 60);
    await wrote(trusted!, 50);
    expect([await most(newcomer!), await most(member!), await most(trusted!)]).toEqual([2, 4, 8]);
  });

  test("what moderators removed and suspensions take trust away; what they took back themselves does not", async () => {
    const { community, standing } = await room.to(room.bridget);
    const facts = async (personId: string) => db().transaction((tx) => factsOf(tx, { community, standing, personId }));
    const gus = await room.aMember("Gus");
    await since(gus, 100);
    await wrote(gus, 60, 10);
    await db().execute(
      sql`update posts set removed_by = author_id where id in (select id from posts where author_id = ${gus} and removed_by is not null limit 4)`,
    );
    expect(await facts(gus)).toEqual({ days: 100, posts: 50, removed: 6, suspended: false, represents: false });
    const { suspensionId } = await suspendPerson(
      await room.desk(),
      { person: gus, days: 7, reason: "Too loud." },
      key(),
    );
    expect(await facts(gus)).toMatchObject({ suspended: true });
    const until = (days: number) =>
      db().execute(sql`update suspensions set until = now() - make_interval(days => ${days}) where person_id = ${gus}`);
    await until(89);
    expect(await facts(gus)).toMatchObject({ suspended: true });
    await until(91);
    expect(await facts(gus)).toMatchObject({ suspended: false });
    await until(-3);
    await liftSuspension(await room.desk(), { person: gus, suspension: suspensionId }, key());
    expect(await facts(gus)).toMatchObject({ suspended: false });
  });

  test("only the latest hundred posts are looked at, and no more are read, by an index", async () => {
    const { community, standing } = await room.to(room.bridget);
    const gus = await room.aMember("Gus");
    await wrote(gus, 1_000, 100);
    await db().execute(sql`analyze posts`);
    const facts = await db().transaction((tx) => factsOf(tx, { community, standing, personId: gus }));
    expect(facts.posts + facts.removed).toBe(100);
    const { rows } = await db().execute<{ "QUERY PLAN": string }>(sql`
      explain select p.removed_at from posts p where p.community_id = ${community.id} and p.author_id = ${gus}
      order by p.created_at desc limit 100`);
    expect(JSON.stringify(rows)).toContain("posts_author");
    expect(JSON.stringify(rows)).not.toContain("Sort");
  });

  test("whoever moderates there or leads is not limited, and whoever moderates elsewhere is; representatives are trusted", async () => {
    await fewPosts(4);
    const [here, all, elsewhere, manager, speaker] = await Promise.all(
      ["Here", "Everywhere", "Elsewhere", "Manager", "Speaker"].map((name) => room.aMember(name)),
    );
    const { makeSpace } = await import("@/lib/spaces/commands");
    const { makeSpaceInput } = await import("@/lib/spaces/input");
    const audience = { readAudience: "members", writeAudience: "members", readBadges: [], writeBadges: [] };
    const porch = makeSpaceInput.parse({
      name: "Porch",
      slug: "porch",
      purpose: "To sit.",
      door: "listed",
      ...audience,
    });
    const { spaceId } = await makeSpace(await room.desk(), porch, key());
    await giveDuty(await room.desk(), { person: here!, space: room.spaceId }, key());
    await giveDuty(await room.desk(), { person: all!, space: null }, key());
    await giveDuty(await room.desk(), { person: elsewhere!, space: spaceId }, key());
    await giveRole(await room.desk(), { person: manager!, role: "manager", employed: false }, key());
    await giveRole(await room.desk(), { person: speaker!, role: "representative", employed: false }, key());
    for (const who of [room.owner, here!, all!, manager!]) expect(await most(who)).toBe(10);
    expect(await most(elsewhere!)).toBe(2);
    expect(await most(speaker!)).toBe(8);
  });
});

describe("each of the five", () => {
  const one = { most: 2, minutes: 60 };
  const twice = async (act: () => Promise<unknown>, code: string) => {
    await act();
    await expect(act()).rejects.toMatchObject({ status: 429, code, more: { retryAfter: expect.any(Number) } });
  };

  test("new threads", async () => {
    await choose({ threads: one });
    const gus = await room.aMember("Gus");
    const access = openSpaceToWrite(await room.space(gus));
    await twice(() => startThread(access, { title: "Again", text: "And again." }, key()), "limits.threads");
    // Answering is another matter.
    await say(gus);
  });

  test("reactions; taking one back is never too often", async () => {
    await choose({ reactions: one });
    const gus = await room.aMember("Gus");
    const [first, other] = [await say(room.corin), await say(room.dilys)];
    const on = async (post: string, kind: "like" | "") =>
      react(openReaction(await room.post(gus, post)), { kind }, key());
    await on(first.postId, "like");
    await expect(on(other.postId, "like")).rejects.toMatchObject({ status: 429, code: "limits.reactions" });
    await on(first.postId, "");
  });

  test("reports, of members and of visitors by their network", async () => {
    await choose({ flags: one });
    const gus = await room.aMember("Gus");
    const report = { about: "/", reason: "spam", text: "A watch for nine euros." } as const;
    const access = await room.to(gus);
    await twice(() => makeReport(access, report, key()), "limits.flags");
    const from = async (address: string) => ({ ...(await room.asVisitor()), viewer: { ...visitor, address } });
    const loud = await from("192.0.2.1");
    await twice(() => makeReport(loud, report, key()), "limits.flags");
    await makeReport(await from("192.0.2.2"), report, key());
  });

  test("invitations, by mail and by link together", async () => {
    await choose({ invitations: { most: 4, minutes: 24 * 60 } });
    const access = openMember(await room.to(await room.aMember("Gus")));
    await inviteByMail(access, { email: "one@outside.example", days: 7 }, key());
    await inviteByLink(access, { uses: 1, days: 7 }, key());
    await passTime(23 * 3600);
    const { rows } = await db().execute<{ n: number }>(sql`select count(*)::int as n from outbox`);
    const refused = await refusalOf(inviteByMail(access, { email: "two@outside.example", days: 7 }, key()));
    expect(refused).toMatchObject({ status: 429, code: "limits.invitations" });
    const { rows: after } = await db().execute<{ n: number }>(sql`select count(*)::int as n from outbox`);
    expect(after).toEqual(rows);
  });
});

test("nobody chose: the usual numbers; a manager's stand for this community alone, and are in the ledger", async () => {
  const other = await aRoom();
  await db().execute(sql`delete from community_settings`);
  expect(await limitsOf(await room.desk())).toEqual(usual);
  await fewPosts(44, 60);
  expect(await limitsOf(await room.desk())).toEqual({ ...usual, posts: { most: 44, minutes: 60 } });
  expect(await limitsOf(await other.desk())).toEqual(usual);
  const { community } = await room.to(room.owner);
  const { rows } = await db().execute<{ actor: string }>(sql`
    select actor_id as actor from ledger where community_id = ${community.id} and verb = 'setting changed' order by at desc limit 1`);
  expect(rows).toEqual([{ actor: room.owner }]);
});

test("guesses are counted the same way: of 30 at once exactly ten pass, and each is told when to come back", async () => {
  const guess = () => countAttempt([{ key: "a stampede", max: 10 }]);
  const { passed, codes } = await settled(Array.from({ length: 30 }, guess));
  expect([passed, codes]).toEqual([10, ["accounts.tooManyTries"]]);
  const { more } = await refusalOf(guess());
  await passTime(more.retryAfter!);
  await guess();
});
