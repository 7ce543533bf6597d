import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { personEvents } from "@/db/schema";
import {
  openInside,
  openMember,
  openMemberInside,
  openThreadReader,
  openThreadToManage,
  openThreadToMove,
} from "@/lib/access/gate";
import { revokeBadge } from "@/lib/badges/commands";
import { readCursor } from "@/lib/communities/keyset";
import { markNotificationsRead } from "@/lib/notifications/commands";
import { notificationOf, notificationsOf } from "@/lib/notifications/queries";
import { eraseRows } from "@/lib/privacy/erase";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { markAllRead, readUpTo } from "@/lib/threads/commands";
import { moveThread } from "@/lib/threads/ordering/commands";
import { onFreshDatabase } from "../jobs/product";
import { aNewsroom, key, type Room } from "./world";

onFreshDatabase();

let room: Room;
let badge: string;
beforeAll(async () => {
  room = await aNewsroom();
  badge = await room.aBadge("Moth");
  const input = makeSpaceInput.parse({
    ...{ name: "The Lamp Room", slug: "lamp", purpose: "Inside.", door: "listed" },
    ...{ readAudience: "badges", writeAudience: "badges", readBadges: [badge], writeBadges: [badge], needs: "any" },
  });
  await makeSpace(await room.desk(), input, key());
});

const move = async (threadId: string, to: string) => {
  const manage = openThreadToManage(await room.thread(room.owner, threadId));
  await moveThread(await openThreadToMove(manage, to), { sure: "yes" } as never, key());
};

describe("each must still be allowed to read the post", () => {
  test("a thread that was moved inside is neither there nor counted nor opened, and comes back with the badge", async () => {
    const ada = await room.aMember("Ada");
    const { threadId, postId } = await room.start(room.bridget, "Soon inside");
    const said = await room.say(room.corin, threadId, "Hello @[Ada].", postId);
    const [line] = await room.lines(ada);
    expect([await room.unread(ada), line?.postId]).toEqual([1, said.postId]);
    await move(threadId, "lamp");
    expect([await room.unread(ada), await room.says(ada)]).toEqual([0, []]);
    expect(await notificationOf(await room.reads(ada), line!.id)).toBeUndefined();
    const { grantId } = await room.grant(badge, ada);
    expect([await room.unread(ada), await room.says(ada)]).toEqual([1, ["Corin mentioned you in “Soon inside”"]]);
    await revokeBadge(await room.desk(), { grantId, reason: "Over." }, key());
    expect([await room.unread(ada), await room.says(ada)]).toEqual([0, []]);
  });

  test("whoever may not read it when it is written is not told, and hears nothing on their own channel", async () => {
    const ben = await room.aMember("Ben");
    const { threadId, postId } = await room.start(ben, "Moved away from its author");
    await move(threadId, "lamp");
    const heard = async () => (await db().select().from(personEvents).where(sql`person_id = ${ben}`)).length;
    const before = [await heard(), (await room.rowsOf(ben)).length];
    await room.grant(badge, room.corin);
    await room.say(room.corin, threadId, "Only here.", postId);
    expect([await heard(), (await room.rowsOf(ben)).length]).toEqual(before);
  });

  test("a later one that may not be read hides no earlier one of its line", async () => {
    const cleo = await room.aMember("Cleo");
    const { threadId, postId } = await room.start(cleo, "Two answers");
    await room.say(room.bridget, threadId, "First.", postId);
    const second = await room.say(room.corin, threadId, "Second.", postId);
    await db().execute(sql`update posts set removed_at = now(), removed_by = author_id where id = ${second.postId}`);
    expect(await room.says(cleo)).toEqual(["Bridget answered you in “Two answers”"]);
    expect(await room.unread(cleo)).toBe(1);
  });
});

describe("unread", () => {
  test("one line is marked with all that it stands for, everything with what stood there; counts are equal everywhere", async () => {
    const dan = await room.aMember("Dan");
    const one = await room.start(dan, "One");
    const two = await room.start(dan, "Two");
    for (const who of [room.bridget, room.corin]) await room.say(who, one.threadId, "Yes.", one.postId);
    await room.say(room.bridget, two.threadId, "No.", two.postId);
    const me = async () => openMember(await room.to(dan));
    const [, first] = await room.lines(dan);
    expect([await room.unread(dan), first?.others]).toEqual([2, 1]);
    await markNotificationsRead(await me(), { notification: first!.id }, key());
    expect([await room.unread(dan), (await room.lines(dan)).map(({ unread }) => unread)]).toEqual([1, [true, false]]);
    const until = new Date().toISOString();
    await room.say(room.corin, two.threadId, "Perhaps.", two.postId);
    await markNotificationsRead(await me(), { until }, key());
    expect(await room.unread(dan), "what came after the list was made is news").toBe(1);
    await markNotificationsRead(await me(), { notification: first!.id }, key());
    expect(await room.unread(dan)).toBe(1);
  });

  test("reading the thread past that post marks it, on every device, and marking a space read does too", async () => {
    const eve = await room.aMember("Eve");
    const { threadId, postId } = await room.start(eve, "Read on");
    await room.say(room.bridget, threadId, "One.", postId);
    await room.say(room.corin, threadId, "Hello @[Eve].");
    const read = async (position: number) =>
      readUpTo(openThreadReader(await room.thread(eve, threadId)), { position }, key());
    await read(2);
    expect(await room.unread(eve)).toBe(1);
    await read(3);
    expect(await room.unread(eve)).toBe(0);
    const told = await db().select().from(personEvents).where(sql`person_id = ${eve}`);
    expect(told.map(({ kind }) => kind)).toEqual([
      "notification.added",
      "notification.added",
      "notification.read",
      "notification.read",
    ]);
    expect(new Set(told.map(({ subject }) => Object.keys(subject).join()))).toEqual(new Set(["community"]));
    await room.say(room.corin, threadId, "And again, @[Eve].");
    await markAllRead(
      openMemberInside(await openInside(await room.to(eve))),
      { until: new Date().toISOString() },
      key(),
    );
    expect(await room.unread(eve)).toBe(0);
  });

  test("somebody else's is marked by nobody", async () => {
    const [fay, gil] = [await room.aMember("Fay"), await room.aMember("Gil")];
    const { threadId, postId } = await room.start(fay, "Mine");
    await room.say(room.bridget, threadId, "Yes.", postId);
    const [line] = await room.lines(fay);
    const other = openMember(await room.to(gil));
    expect(await markNotificationsRead(other, { notification: line!.id }, key())).toEqual({ read: 0 });
    expect(await notificationOf(await room.reads(gil), line!.id)).toBeUndefined();
    expect(await room.unread(fay)).toBe(1);
  });

  test("is counted up to ninety-nine, and the list goes on page by page, each line once", async () => {
    const hal = await room.aMember("Hal");
    const { threadId, postId } = await room.start(hal, "Many");
    await room.say(room.bridget, threadId, "Yes.", postId);
    await db().execute(sql`
      insert into threads (community_id, id, space_id, title, author_id, posts, last_position)
      select community_id, gen_random_uuid(), space_id, 'Copy ' || n, author_id, 1, 1 from threads, generate_series(1, 104) n where id = ${threadId}`);
    await db().execute(sql`
      insert into notifications (community_id, person_id, kind, cause, about_id, thread_id, actor_id, day, created_at)
      select t.community_id, ${hal}, 'moved', 'moderation', t.id, t.id, ${room.bridget}, current_date, now() - random() * interval '1 hour'
      from threads t where t.title like 'Copy %'`);
    expect(await room.unread(hal)).toBe(100);
    const reads = await room.reads(hal);
    const seen: string[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const page = await notificationsOf(reads, readCursor(next));
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
      pages++;
    } while (next);
    expect([seen.length, new Set(seen).size, pages]).toEqual([105, 105, 3]);
  });
});

test("erased, nothing is left of what somebody was told; of what they did others were told by somebody who has left", async () => {
  const [ida, jon] = [await room.aMember("Ida"), await room.aMember("Jon")];
  const { threadId, postId } = await room.start(ida, "Erased");
  await room.say(jon, threadId, "Yes.", postId);
  await room.say(ida, threadId, "Hello @[Jon].");
  await db().transaction((tx) => eraseRows(tx, jon, "name"));
  expect(await room.rowsOf(jon)).toEqual([]);
  expect((await room.lines(ida)).map(({ name }) => name)).toEqual([null]);
  expect(JSON.stringify(await room.says(ida))).not.toContain("Jon");
});
