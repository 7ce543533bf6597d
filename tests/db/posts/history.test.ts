import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { tenancy } from "@/db/tenancy";
import { openPost, openSpace, openSpaceToWrite, openThread, openThreadToWrite } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { jobs } from "@/lib/jobs/jobs";
import { work } from "@/lib/jobs/work";
import { removePost, writePost } from "@/lib/posts/commands";
import { writeHistory } from "@/lib/posts/history";
import { historyInput } from "@/lib/posts/history-input";
import { postsOf } from "@/lib/posts/queries";
import { rendererVersion } from "@/lib/text/markdown";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

type Room = Awaited<ReturnType<typeof aRoom>>;
/** One act of the two hundred; `thread` and `answers` are numbers of acts before it. */
type Act = {
  n: number;
  who: "bridget" | "corin" | "dilys";
  at: string;
  title?: string;
  thread: number;
  answers?: number;
};

const people = ["bridget", "corin", "dilys"] as const;
/** The same in every run: every tenth begins a thread, the others answer, quote and speak to somebody. */
const acts: Act[] = Array.from({ length: 200 }, (_, n) => {
  const of = (k: number) => (n * 7_919 + k * 104_729) % 1_009;
  const fresh = n % 10 === 0;
  const thread = fresh ? n : 10 * (of(1) % (Math.floor(n / 10) + 1));
  const act = { n, who: people[of(2) % 3]!, at: new Date(Date.UTC(2026, 0, 1, n)).toISOString(), thread };
  return fresh ? { ...act, title: `Evening number ${n}` } : { ...act, answers: of(3) % 2 ? thread : undefined };
});

const threadIds = new Map<Room, Map<number, string>>();
const postIds = new Map<Room, Map<number, string>>();
let one: Room;
let other: Room;

/** What act `n` says in this room. */
async function words(room: Room, { n, thread }: Act): Promise<string> {
  const { slug } = (await room.to(room.bridget)).community;
  const quoted = n % 10 === 0 ? undefined : postIds.get(room)!.get(thread);
  return [
    n % 4 === 3 && quoted ? `> [Somebody](/${slug}/posts/${quoted}):\n> It hums.\n` : "",
    `Lantern number ${n} burns **well**, and ${n % 5 === 0 ? "@[Dilys]" : "nobody"} knows why.`,
    n % 7 === 0 ? "`@[Corin]` is code, and @[No Such Person] is nobody." : "",
  ]
    .filter(Boolean)
    .join("\n");
}

async function oneByOne(room: Room) {
  for (const act of acts) {
    const at = new Date(act.at);
    const viewer = await viewerOf(room[act.who], at);
    const access = { ...(await room.to(room[act.who])), viewer };
    const text = await words(room, act);
    if (act.title) {
      const found = await openSpace(access, "meadow");
      if (!("inside" in found)) throw new Error("The meadow is open.");
      const made = await startThread(openSpaceToWrite(found.inside), { title: act.title, text }, key());
      threadIds.get(room)!.set(act.n, made.threadId);
      postIds.get(room)!.set(act.n, made.postId);
    } else {
      const thread = await openThread(access, threadIds.get(room)!.get(act.thread)!);
      const answers = act.answers === undefined ? undefined : postIds.get(room)!.get(act.answers)!;
      const { postId } = await writePost(openThreadToWrite(thread), { text, answers }, key());
      postIds.get(room)!.set(act.n, postId);
    }
  }
}

/** In three pieces, so that threads go on from one to the next. */
async function inPieces(room: Room) {
  for (const piece of [acts.slice(0, 63), acts.slice(63, 140), acts.slice(140)]) {
    const threads: object[] = [];
    const posts: object[] = [];
    for (const act of piece) {
      postIds.get(room)!.set(act.n, randomUUID());
      const by = { authorId: room[act.who], at: act.at };
      if (act.title) {
        threadIds.get(room)!.set(act.n, randomUUID());
        threads.push({ id: threadIds.get(room)!.get(act.n), spaceId: room.spaceId, title: act.title, ...by });
      }
      const answersId = act.answers === undefined ? undefined : postIds.get(room)!.get(act.answers);
      const threadId = threadIds.get(room)!.get(act.thread);
      posts.push({ id: postIds.get(room)!.get(act.n), threadId, answersId, text: await words(room, act), ...by });
    }
    await writeHistory(await room.desk(), historyInput.parse({ threads, posts }), key());
  }
}

const runJobs = async (...kinds: string[]) => {
  for (const kind of kinds) await work(jobs.find((job) => job.kind === kind)!);
};

onFreshDatabase();

beforeAll(async () => {
  [one, other] = [await aRoom(), await aRoom()];
  for (const room of [one, other]) {
    threadIds.set(room, new Map());
    postIds.set(room, new Map());
  }
  await oneByOne(one);
  await inPieces(other);
  await runJobs("posts.understand", "search.learn");
});

/** Ids by what they stand for, and times of today as "now": what differs between two communities that are alike. */
async function told(room: Room, table: string): Promise<string[]> {
  const { community } = await room.to(room.bridget);
  const names = new Map<string, string>([
    [community.id, "the community"],
    [community.slug, "the-slug"],
    [room.spaceId, "the meadow"],
    ...people.map((name) => [room[name], name] as const),
    ...[...threadIds.get(room)!].map(([n, id]) => [id, `thread ${n}`] as const),
    ...[...postIds.get(room)!].map(([n, id]) => [id, `post ${n}`] as const),
  ]);
  const { rows } = await db().execute<{ row: string }>(
    sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t where community_id = ${community.id}`,
  );
  return rows
    .map(({ row }) => {
      let text = row;
      for (const [id, name] of names) text = text.replaceAll(id, name);
      return text
        .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "an id")
        .replace(/"2026-(?:0[4-9]|1\d)-[^"]*T[^"]*"|"20(?:2[7-9]|[3-9]\d)-[^"]*T[^"]*"/g, '"now"');
    })
    .sort();
}

/** Nobody is told of what was long ago: neither by a notification nor by an event. */
const untold = ["notifications", "events", "channel_heads"];

test("two hundred acts as history leave the rows that they leave one by one, in every table", async () => {
  const { rows } = await db().execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'community_id'`);
  const tables = rows.map(({ name }) => name);
  expect(tables).toEqual(expect.arrayContaining([...tenancy.community]));
  for (const table of tables.filter((name) => !untold.includes(name)))
    expect({ [table]: await told(other, table) }).toEqual({ [table]: await told(one, table) });
  const counts = await Promise.all(
    ["posts", "threads", "post_mentions", "post_quotes", "post_words"].map((t) => told(other, t)),
  );
  expect(counts.map(({ length }) => length)).toEqual([200, 20, 40, expect.any(Number), 200]);
  expect(counts[3]!.length).toBeGreaterThan(30);
});

test("it tells nobody: no notification and no event", async () => {
  for (const table of ["notifications", "events"]) {
    expect((await told(one, table)).length).toBeGreaterThan(0);
    expect((await told(other, table)).filter((row) => /post \d|thread \d/.test(row))).toEqual([]);
  }
});

const piece = (
  room: Room,
  text: string,
  more: { thread?: string; post?: string; answersId?: string; at?: string } = {},
) => {
  const { thread = randomUUID(), post = randomUUID(), answersId, at = "2026-02-01T10:00:00Z" } = more;
  const by = { authorId: room.corin, at };
  const threads = more.thread ? [] : [{ id: thread, spaceId: room.spaceId, title: "From long ago", ...by }];
  return historyInput.parse({ threads, posts: [{ id: post, threadId: thread, text, answersId, ...by }] });
};

test("until the job comes it is drawn at reading; then it says the same, with the people it speaks to", async () => {
  const room = await aRoom();
  const { threads, posts } = piece(room, "**Loud** and for @[Dilys].");
  await writeHistory(await room.desk(), { threads, posts }, key());
  const shown = async () => (await postsOf(await room.thread(room.dilys, threads[0]!.id), 1))[0]!.html;
  expect(await shown()).toContain("<strong>Loud</strong> and for @[Dilys].");
  await runJobs("posts.understand");
  expect(await shown()).toContain("<strong>Loud</strong>");
  expect(await shown()).toContain(room.dilys);
  const { rows } = await db().execute(sql`select renderer from posts where id = ${posts[0]!.id}`);
  expect(rows).toEqual([{ renderer: rendererVersion }]);
});

test("what was removed before the job came is drawn, and found by nobody", async () => {
  const room = await aRoom();
  const { threads, posts } = piece(room, "Quenched already.");
  await writeHistory(await room.desk(), { threads, posts }, key());
  const access = await openPost(await room.desk(), posts[0]!.id);
  await removePost({ ...access, personId: access.viewer.personId! } as never, { why: "No." }, key());
  await runJobs("posts.understand");
  const { rows } = await db().execute(sql`
    select renderer, (select count(*)::int from post_words w where w.post_id = o.id) as found from posts o where id = ${posts[0]!.id}`);
  expect(rows).toEqual([{ renderer: rendererVersion, found: 0 }]);
});

test("a piece is all or nothing: an answer to what is not there, a thread of elsewhere and an id used twice are refused", async () => {
  const room = await aRoom();
  const desk = await room.desk();
  const good = piece(room, "Here.");
  await writeHistory(desk, good, key());
  const count = async () =>
    (await db().execute(sql`select count(*)::int as n from posts where community_id = ${desk.community.id}`)).rows;
  expect(await count()).toEqual([{ n: 1 }]);
  const thread = good.threads[0]!.id;
  await expect(
    writeHistory(desk, piece(room, "What?", { thread, answersId: randomUUID() }), key()),
  ).rejects.toMatchObject({
    code: "threads.answeredGone",
  });
  const elsewhere = threadIds.get(one)!.get(0)!;
  await expect(writeHistory(desk, piece(room, "There?", { thread: elsewhere }), key())).rejects.toMatchObject({
    code: "ordering.changedMeanwhile",
  });
  const theirs = piece(room, "In their space?");
  theirs.threads[0]!.spaceId = one.spaceId;
  await expect(writeHistory(desk, theirs, key())).rejects.toMatchObject({ code: "common.notFound" });
  const twice = piece(room, "Twice?", { thread });
  await expect(writeHistory(desk, { ...twice, posts: [...twice.posts, ...twice.posts] }, key())).rejects.toThrow();
  await expect(writeHistory(desk, piece(room, "Again?", { thread, post: good.posts[0]!.id }), key())).rejects.toThrow();
  expect(await count()).toEqual([{ n: 1 }]);
});

test("the same piece with the same key is there once; an answer of a live person in between keeps the order", async () => {
  const room = await aRoom();
  const first = piece(room, "First.");
  const once = key();
  await Promise.all([writeHistory(await room.desk(), first, once), writeHistory(await room.desk(), first, once)]);
  const thread = first.threads[0]!.id;
  const pieces = Array.from({ length: 10 }, (_, n) =>
    piece(room, `Piece ${n}.`, { thread, answersId: first.posts[0]!.id }),
  );
  await Promise.all([
    ...pieces.map(async (one) => writeHistory(await room.desk(), one, key())),
    ...Array.from({ length: 10 }, (_, n) => room.say(room.bridget, thread, `Live ${n}.`, first.posts[0]!.id)),
  ]);
  const { rows } = await db().execute(sql`
    select t.posts, t.last_position as last, (select count(distinct position)::int from posts o where o.thread_id = t.id) as positions,
      (select answers from posts o where o.thread_id = t.id and position = 1) as answers from threads t where id = ${thread}`);
  expect(rows).toEqual([{ posts: 21, last: 21, positions: 21, answers: 20 }]);
});

test("what a file may hold and no form could send is taken out, or refused with one sentence", () => {
  const room = { corin: randomUUID(), spaceId: randomUUID() } as Room;
  expect(piece(room, "A\0B\uD800C").posts[0]!.text).toBe("AB\uFFFDC");
  expect(() => piece(room, " \0 ")).toThrow(/threads\.textRequired/);
  expect(() => piece(room, "When?", { at: "2026-13-01T00:00:00Z" })).toThrow(/common\.invalid/);
});
