import { and, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { notifications, outbox, people, personSettings } from "@/db/schema";
import {
  openMember,
  openPostRemoval,
  openThreadReader,
  openThreadToManage,
  openThreadToMove,
  openVisitor,
} from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { work } from "@/lib/jobs/work";
import { deliver } from "@/lib/mail/deliver";
import { smtp } from "@/lib/mail/transport";
import { markNotificationsRead, unsubscribe } from "@/lib/notifications/commands";
import { mailDigests } from "@/lib/notifications/jobs";
import { readToken, tokenFor } from "@/lib/notifications/token";
import { removePost } from "@/lib/posts/commands";
import { setting } from "@/lib/settings/queries";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { localMinute } from "@/lib/text/zones";
import { readUpTo } from "@/lib/threads/commands";
import { moveThread } from "@/lib/threads/ordering/commands";
import { onFreshDatabase } from "../jobs/product";
import { mailSink } from "../mail/sink";
import { aNewsroom, key, type Room } from "./world";

onFreshDatabase();
const sink = mailSink();
const send = () => deliver(smtp(sink.url, "Kindling <hello@tea.example>"));

let room: Room;
beforeAll(async () => {
  room = await aNewsroom();
  const badge = await room.aBadge("Key");
  const input = makeSpaceInput.parse({
    ...{ name: "The Shed", slug: "shed", purpose: "Inside.", door: "hidden" },
    ...{ readAudience: "badges", writeAudience: "badges", readBadges: [badge], writeBadges: [badge], needs: "any" },
  });
  await makeSpace(await room.desk(), input, key());
});
beforeEach(async () => {
  await db().delete(outbox);
  await db().update(notifications).set({ letter: null, letterAt: null });
});

/** Somebody who is never asleep. */
const awake = async (name: string, more: Parameters<Room["wish"]>[1] = {}) => {
  const who = await room.aMember(name);
  await room.wish(who, { quietFrom: "none", ...more });
  return who;
};
const mailed = async () => {
  await room.dueNow();
  await room.mail();
  await send();
  return sink.received;
};
const waiting = async (who: string) => (await room.rowsOf(who)).map(({ letter }) => letter);

describe("at once", () => {
  test("a mail says who and where, with the first words, why, and how to get fewer; in the reader's language", async () => {
    const ada = await awake("Ada");
    const { threadId, postId } = await room.start(ada, "Does yours hum?");
    await room.say(room.bridget, threadId, "It does, @[Ada], ||at night||.", postId);
    await room.wish(ada, { quietFrom: "none" });
    const [one] = await mailed();
    expect(one?.mail.subject).toBe("Bridget mentioned you in “Does yours hum?”");
    expect(one?.mail.text).toContain("“It does, @Ada, ….”");
    expect(one?.mail.text).toContain(`https://tea.example/${room.slug}/posts/`);
    expect(one?.mail.text).toContain("You were spoken to by name, in The Long Grass.");
    expect(one?.mail.text).toContain("https://tea.example/settings/notifications");
    expect(one?.mail.html).not.toContain("at night");
    await db().update(people).set({ locale: "de" }).where(eq(people.id, ada));
    await room.say(room.corin, threadId, "Meiner auch.", postId);
    expect((await mailed()).at(-1)?.mail.subject).toBe("Corin hat dir in „Does yours hum?“ geantwortet");
  });

  test("waits a little: what was read, removed or closed meanwhile is not sent", async () => {
    const ben = await awake("Ben");
    const { threadId, postId } = await room.start(ben, "Waits");
    await room.say(room.bridget, threadId, "One.", postId);
    await room.mail();
    await send();
    expect(sink.received, "not yet").toHaveLength(0);
    await readUpTo(openThreadReader(await room.thread(ben, threadId)), { position: 2 }, key());
    expect(await waiting(ben)).toEqual([null]);
    const gone = await room.say(room.corin, threadId, "Two.", postId);
    await removePost(openPostRemoval(await room.post(room.corin, gone.postId)), { why: "" }, key());
    expect(await mailed()).toHaveLength(0);
  });

  test("what may no longer be read when it leaves is in no mail, nor its title in a subject", async () => {
    const cleo = await awake("Cleo");
    const { threadId, postId } = await room.start(room.bridget, "A secret title");
    await room.say(room.corin, threadId, "Secret words, @[Cleo].", postId);
    await room.dueNow();
    await room.mail();
    const manage = openThreadToManage(await room.thread(room.owner, threadId));
    await moveThread(await openThreadToMove(manage, "shed"), { sure: "yes" } as never, key());
    await send();
    expect(sink.received).toHaveLength(0);
    expect(await db().select().from(outbox).where(eq(outbox.personId, cleo))).toMatchObject([{ state: "failed" }]);
  });

  test("several of one kind in a thread are one mail, and the job twice or twice at once sends it once", async () => {
    const dan = await awake("Dan");
    const { threadId, postId } = await room.start(dan, "Together");
    for (const who of [room.bridget, room.corin, room.dilys]) await room.say(who, threadId, "Yes.", postId);
    await room.dueNow();
    await Promise.all([room.mail(), room.mail()]);
    await room.mail();
    await Promise.all([send(), send()]);
    expect(sink.received.map(({ mail }) => mail.subject)).toEqual(["Dilys and 2 others answered you in “Together”"]);
  });

  test("in quiet hours none leaves; they wait for their end", async () => {
    const hour = Number(localMinute(new Date(), "Pacific/Kiritimati").slice(11, 13));
    const two = (n: number) => String((n + 24) % 24).padStart(2, "0");
    const eve = await room.aMember("Eve");
    await db().update(people).set({ zone: "Pacific/Kiritimati" }).where(eq(people.id, eve));
    await room.wish(eve, { quietFrom: two(hour - 1), quietTo: two(hour + 2) });
    const { threadId, postId } = await room.start(eve, "Asleep");
    await room.say(room.bridget, threadId, "Psst.", postId);
    expect(await mailed()).toHaveLength(0);
    const [row] = await room.rowsOf(eve);
    expect(localMinute(row!.letterAt!, "Pacific/Kiritimati").slice(11)).toBe(`${two(hour + 2)}:00`);
    await room.wish(eve, { quietFrom: two(hour - 1), tellAnswer: "digest" });
    await mailed();
    expect(await waiting(eve)).toEqual(["digest"]);
    expect(await mailed(), "nor a digest, whatever hour they chose").toHaveLength(0);
    await room.wish(eve, { quietFrom: "none" });
    expect(await mailed()).toHaveLength(1);
  });

  test("what goes over the cap of a day goes into the digest", async () => {
    const fay = await awake("Fay", { mailsADay: "1" });
    for (const title of ["First", "Second", "Third"]) {
      const { threadId, postId } = await room.start(fay, title);
      await room.say(room.bridget, threadId, `About ${title}.`, postId);
    }
    await room.dueNow();
    await Promise.all([room.mail(), room.mail()]);
    await send();
    expect(sink.received.map(({ mail }) => mail.subject)).toEqual(["Bridget answered you in “First”"]);
    expect((await waiting(fay)).filter((one) => one === "digest")).toHaveLength(2);
    const digest = (await mailed()).at(-1);
    expect(digest?.mail.text).toMatch(/Third[\s\S]*Second/);
    expect(digest?.mail.text).not.toContain("First");
  });
});

describe("the digest", () => {
  test("is one readable mail with a text part: by community, the newest first, a line a thread and kind, and no more than twenty", async () => {
    const gil = await awake("Gil", { tellAnswer: "digest" });
    const { threadId, postId } = await room.start(gil, "Old");
    for (const who of [room.bridget, room.corin]) await room.say(who, threadId, "An old thing.", postId);
    for (let n = 1; n <= 21; n++) {
      const one = await room.start(gil, `Thread ${n}.`);
      await room.say(room.bridget, one.threadId, `Words ${n}.`, one.postId);
    }
    const received = await mailed();
    expect(received).toHaveLength(1);
    const { mail } = received[0]!;
    expect(mail.subject).toBe("What is new for you in The Long Grass");
    const found = [...(mail.text ?? "").matchAll(/answered you in “Thread (\d+)\.”/g)].map(([, n]) => Number(n));
    expect(found).toEqual(Array.from({ length: 20 }, (_, n) => 21 - n));
    expect(mail.text).toContain("And more: see all of it");
    expect(mail.text).toContain(`https://tea.example/${room.slug}/notifications`);
    expect(mail.html).toContain("Words 21.");
    expect(mail.text).toContain("your settings ask for a digest");
    expect(await mailed(), "nothing a second time").toHaveLength(1);
  });

  test("killed in the midst, nobody gets it twice and nothing of it is lost", async () => {
    const [hal, ivy] = [await awake("Hal", { tellAnswer: "digest" }), await awake("Ivy", { tellAnswer: "digest" })];
    for (const who of [hal, ivy]) {
      const { threadId, postId } = await room.start(who, "Of somebody");
      await room.say(room.bridget, threadId, "Yes.", postId);
    }
    await room.dueNow();
    // As when the process ends before the commit of the second: what it did is as if it had not been.
    await db().execute(sql`
      create function stop() returns trigger language plpgsql as $$ begin if new.person_id = '${sql.raw(ivy)}' then raise exception 'killed'; end if; return new; end $$`);
    await db().execute(sql`create trigger stop before insert on outbox for each row execute function stop()`);
    await work(mailDigests);
    await send();
    await db().execute(sql`drop function stop cascade`);
    await db().execute(sql`update job_marks set next_at = now()`);
    expect(sink.received.map(({ to }) => to)).toEqual([[await addressOf(hal)]]);
    expect([await waiting(hal), await waiting(ivy)]).toEqual([[null], ["digest"]]);
    await work(mailDigests);
    await work(mailDigests);
    await send();
    expect(sink.received.map(({ to }) => to[0]).sort()).toEqual([await addressOf(hal), await addressOf(ivy)].sort());
  });

  test("the server dies after it got the digest: it is not sent again", async () => {
    const jon = await awake("Jon", { tellAnswer: "digest" });
    const { threadId, postId } = await room.start(jon, "Once");
    await room.say(room.bridget, threadId, "Yes.", postId);
    sink.mood = "dies after the message";
    await mailed();
    sink.mood = "takes";
    expect(await mailed()).toHaveLength(1);
  });

  test("holds only what is unread still, and comes not at all where nothing is or it was switched off", async () => {
    const kit = await awake("Kit", { tellAnswer: "digest" });
    const one = await room.start(kit, "Read");
    const two = await room.start(kit, "Not read");
    for (const { threadId, postId } of [one, two]) await room.say(room.bridget, threadId, "Yes.", postId);
    await room.dueNow();
    await room.mail();
    const line = (await room.lines(kit)).find(({ thread }) => thread?.title === "Read");
    await markNotificationsRead(openMember(await room.to(kit)), { notification: line!.id }, key());
    await send();
    expect(sink.received[0]?.mail.text).toContain("Not read");
    expect(sink.received[0]?.mail.text).not.toContain("“Read”");
    await room.say(room.corin, two.threadId, "Again.", two.postId);
    await room.wish(kit, { quietFrom: "none", tellAnswer: "digest", digestEvery: "never" });
    expect(await mailed()).toHaveLength(1);
    expect(await waiting(kit)).toEqual([null, null, null]);
  });
});

describe("one click ends mails of a kind", () => {
  test("every such mail says where, signed, and the kind alone is ended; the digest by its own", async () => {
    const lea = await awake("Lea");
    const { threadId, postId } = await room.start(lea, "Enough");
    await room.say(room.bridget, threadId, "Yes.", postId);
    const [one] = await mailed();
    const list = one?.mail.headerLines.find(({ key: name }) => name === "list-unsubscribe")?.line ?? "";
    const post = one?.mail.headerLines.find(({ key: name }) => name === "list-unsubscribe-post")?.line;
    expect(post).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const token = /<https:\/\/tea\.example\/do\/unsubscribe\/([^>\s]+)>/.exec(list.replace(/\s+/g, ""))?.[1] ?? "";
    expect(readToken(token)).toEqual({ personId: lea, kind: "answer" });
    expect(one?.mail.text?.replace(/=\n/g, "")).toContain(`https://tea.example/unsubscribe/${token}`);
    await unsubscribe(openVisitor(visitor), { token }, key());
    await unsubscribe(openVisitor(visitor), { token }, key());
    expect(await setting({ personId: lea }, "tellAnswer")).toBe("app");
    expect(await setting({ personId: lea }, "tellMention")).toBe("mail");
    await room.say(room.corin, threadId, "No mail of this.", postId);
    expect(await mailed()).toHaveLength(1);
    expect(await room.unread(lea), "it stands in the app").toBe(1);
    await unsubscribe(openVisitor(visitor), { token: tokenFor(lea, "digest") }, key());
    expect(await setting({ personId: lea }, "digestEvery")).toBe("never");
  });

  test("a token that was changed, or made for another, opens nothing", async () => {
    const [mia, ned] = [await awake("Mia"), await awake("Ned")];
    const token = tokenFor(mia, "answer");
    const forged = [
      token.replace(mia, ned),
      token.replace("answer", "mention"),
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      "",
      "x",
    ];
    for (const one of forged) {
      expect(readToken(one)).toBeUndefined();
      await expect(unsubscribe(openVisitor(visitor), { token: one }, key())).rejects.toThrow("common.notFound");
    }
    const chosen = await db()
      .select()
      .from(personSettings)
      .where(and(eq(personSettings.personId, ned), eq(personSettings.key, "tellAnswer")));
    expect(chosen.map(({ value }) => value)).toEqual(["mail"]);
  });
});

const addressOf = async (id: string) =>
  (await db().select({ email: people.email }).from(people).where(eq(people.id, id)))[0]?.email ?? "";
