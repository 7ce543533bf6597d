import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { openPostReader, openPostRemoval } from "@/lib/access/gate";
import { dropBookmark, keepPost, noteBookmark } from "@/lib/bookmarks/commands";
import { noteInput } from "@/lib/bookmarks/input";
import { remindOfBookmarks } from "@/lib/bookmarks/jobs";
import { bookmarkOf, bookmarksOf } from "@/lib/bookmarks/queries";
import { work } from "@/lib/jobs/work";
import { deliver } from "@/lib/mail/deliver";
import { smtp } from "@/lib/mail/transport";
import { removePost, restorePost } from "@/lib/posts/commands";
import { eraseRows } from "@/lib/privacy/erase";
import { changeMySetting } from "@/lib/settings/commands";
import { changeSpace } from "@/lib/spaces/commands";
import { as, onFreshDatabase } from "../jobs/product";
import { mailSink } from "../mail/sink";
import { aRoom, key } from "../threads/room";

onFreshDatabase();
const sink = mailSink();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

const keep = async (who: string, post: string) => keepPost(openPostReader(await room.post(who, post)), {}, key());
const note = async (who: string, typed: Record<string, string>) =>
  noteBookmark(await room.member(who), noteInput.parse(typed), key());
const aThread = async (title = "Does yours hum too?") => (await room.start(room.bridget, title)).postId;
const mine = async (who: string, post: string) => bookmarkOf(await room.member(who), post);
/** As when the time that somebody asked for has come. */
const comes = async (post: string) => {
  await db().execute(sql`update bookmarks set remind_at = now() - interval '1 second' where post_id = ${post}`);
};
const runAndSend = async () => {
  await work(remindOfBookmarks);
  await deliver(smtp(sink.url, "Kindling <hello@tea.example>"));
};
const localOf = async (post: string, zone: string) => {
  const { rows } = await db().execute<{ at: string; ahead: boolean; today: string }>(sql`
    select to_char(remind_at at time zone ${zone}, 'YYYY-MM-DD HH24:MI') as at, remind_at > now() as ahead,
      to_char(now() at time zone ${zone}, 'YYYY-MM-DD') as today from bookmarks where post_id = ${post}`);
  return rows[0]!;
};

test("Corin keeps a post with a note, twice is once, changes it and drops it", async () => {
  const post = await aThread();
  await Promise.all([keep(room.corin, post), keep(room.corin, post)]);
  await note(room.corin, { post, note: "Ask about the bearing." });
  const { rows } = await bookmarksOf(await room.member(room.corin), false);
  expect(rows.map((row) => [row.note, row.post?.title])).toEqual([["Ask about the bearing.", "Does yours hum too?"]]);
  expect(await mine(room.dilys, post)).toBeUndefined();
  await dropBookmark(await room.member(room.corin), { post }, key());
  expect(await mine(room.corin, post)).toBeUndefined();
});

test("what somebody keeps is in no ledger and no event", async () => {
  const post = await aThread();
  const count = async () =>
    (await db().execute(sql`select id from ledger union all select null from events`)).rows.length;
  const before = await count();
  await keep(room.corin, post);
  await note(room.corin, { post, note: "Mine alone.", remind: "hour" });
  expect(await count()).toBe(before);
});

test("tonight, tomorrow and next week are those of the person's own zone", async () => {
  const zone = "Pacific/Kiritimati";
  await db().execute(sql`update people set zone = ${zone} where id = ${room.dilys}`);
  const post = await aThread();
  await keep(room.dilys, post);
  await note(room.dilys, { post, remind: "tomorrow" });
  const tomorrow = await localOf(post, zone);
  const days = (Date.parse(tomorrow.at.slice(0, 10)) - Date.parse(tomorrow.today)) / 86_400_000;
  expect([days, tomorrow.at.slice(11)]).toEqual([1, "09:00"]);
  await note(room.dilys, { post, remind: "week" });
  const week = await localOf(post, zone);
  expect(new Date(`${week.at.slice(0, 10)}T00:00:00Z`).getUTCDay()).toBe(1);
  await note(room.dilys, { post, remind: "tonight" });
  expect((await localOf(post, zone)).ahead).toBe(true);
  await note(room.dilys, { post, remind: "at", at: `${week.at.slice(0, 10)}T17:30` });
  expect((await localOf(post, zone)).at).toBe(`${week.at.slice(0, 10)} 17:30`);
  await expect(note(room.dilys, { post, remind: "at", at: "2020-01-01T10:00" })).rejects.toMatchObject({
    more: { fields: { at: "bookmarks.pastOrFar" } },
  });
  expect(noteInput.safeParse({ post, remind: "at", at: "2027-02-31T10:00" }).success).toBe(false);
  expect(noteInput.safeParse({ post, note: "x".repeat(501) }).success).toBe(false);
});

test("when its time has come it is due, and one mail says so, however often the job runs", async () => {
  const post = await aThread("Which oil for the hinge?");
  await keep(room.corin, post);
  await note(room.corin, { post, note: "My private worry.", remind: "hour" });
  await runAndSend();
  expect(sink.received).toEqual([]);
  expect((await mine(room.corin, post))?.due).toBe(false);
  await comes(post);
  await Promise.all([work(remindOfBookmarks), work(remindOfBookmarks)]);
  await runAndSend();
  expect(sink.received.map(({ mail }) => mail.subject)).toEqual(["You asked to be reminded: Which oil for the hinge?"]);
  const text = sink.received[0]!.mail.text ?? "";
  expect(text).toContain(`/posts/${post}`);
  expect(text).toContain("/settings/notifications");
  expect(text).not.toContain("My private worry.");
  const due = await bookmarksOf(await room.member(room.corin), true);
  expect(due.rows.map(({ postId }) => postId)).toEqual([post]);
  await note(room.corin, { post, note: "Once more.", remind: "hour" });
  expect((await mine(room.corin, post))?.due).toBe(false);
  await comes(post);
  await runAndSend();
  expect(sink.received.length).toBe(2);
});

test("of what can no longer be read nothing is said: no mail, and only one's own note is left", async () => {
  const gone = await aThread("A thread that is taken back");
  await keep(room.corin, gone);
  await note(room.corin, { post: gone, note: "What I thought.", remind: "hour" });
  await comes(gone);
  await work(remindOfBookmarks);
  await removePost(openPostRemoval(await room.post(room.bridget, gone)), { why: "" }, key());
  await runAndSend();
  expect(sink.received).toEqual([]);
  expect(await mine(room.corin, gone)).toMatchObject({ note: "What I thought.", due: true, post: null });
  await restorePost(openPostRemoval(await room.post(room.bridget, gone)), {}, key());
  expect((await mine(room.corin, gone))?.post?.title).toBe("A thread that is taken back");
});

test("a space that closed its door behind somebody says nothing more to them either", async () => {
  const post = await aThread("Said before the door closed");
  await keep(room.dilys, post);
  await note(room.dilys, { post, note: "Still mine.", remind: "hour" });
  const badge = await room.aBadge("First Pour");
  const rules = { needs: "any", door: "listed", writeAudience: "members" } as const;
  const facts = { name: "The Meadow", slug: "meadow", purpose: "Where everybody talks.", writeBadges: [] };
  const open = { ...facts, ...rules, space: room.spaceId };
  await changeSpace(await room.desk(), { ...open, readAudience: "badges", readBadges: [badge] }, key());
  await comes(post);
  await runAndSend();
  expect(sink.received).toEqual([]);
  expect(await mine(room.dilys, post)).toMatchObject({ note: "Still mine.", post: null });
  await changeSpace(await room.desk(), { ...open, readAudience: "everyone", readBadges: [] }, key());
});

test("whoever switched these mails off gets none, and whoever is erased leaves no bookmark", async () => {
  const post = await aThread();
  const fia = await room.aMember("Fia");
  await keep(fia, post);
  await note(fia, { post, note: "Fia's own.", remind: "hour" });
  await changeMySetting(await as(fia), { setting: "mailReminders", value: false }, key());
  await comes(post);
  await runAndSend();
  expect(sink.received).toEqual([]);
  await db().transaction((tx) => eraseRows(tx, fia, "name"));
  const { rows } = await db().execute(sql`select id from bookmarks where person_id = ${fia}`);
  expect(rows).toEqual([]);
});

test("it shows the first words as they are read: names and no ids, and nothing that stands behind a spoiler", async () => {
  const { postId } = await room.start(room.bridget, "The end", "@Corin, in the end ||it was the gardener|| after all.");
  await keep(room.dilys, postId);
  expect((await mine(room.dilys, postId))?.post?.beginning).toBe("@Corin, in the end … after all.");
  const { rows } = await bookmarksOf(await room.member(room.dilys), false);
  expect(rows.find((row) => row.postId === postId)?.post?.beginning).not.toContain("gardener");
});
