import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { openPost, openThread, openThreadToWrite } from "@/lib/access/gate";
import { bring } from "@/lib/imports/bring";
import { decideImport, dropImport, retryImport, undoImport } from "@/lib/imports/commands";
import { suggested } from "@/lib/imports/plan";
import { importHere, peopleOf } from "@/lib/imports/queries";
import { claim, workOn, workOnImports } from "@/lib/imports/run";
import { goWithPost, goWithThread, keepPost } from "@/lib/imports/undo";
import { jobs } from "@/lib/jobs/jobs";
import { work } from "@/lib/jobs/work";
import { writePost } from "@/lib/posts/commands";
import { postsOf } from "@/lib/posts/queries";
import { community } from "@/tests/support/score/community";
import * as as from "@/tests/support/score/exports";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";
import { bringIn, folder, found, lines, readIn, takeBackAll } from "./export";

type Room = Awaited<ReturnType<typeof aRoom>>;

onFreshDatabase();

const member = (member_id: string, more: object = {}) => ({ kind: "member", member_id, name: member_id, ...more });
const message = (message_id: string, author_id: string, more: object = {}) => ({
  kind: "message",
  message_id,
  author_id,
  created_at: `2026-03-0${message_id.length}T10:00:${message_id.charCodeAt(0) % 60}Z`,
  channel: "lamps",
  thread_id: "Why do they hum",
  body: `Message ${message_id}.`,
  ...more,
});
const reaction = (message_id: string, member_id: string, kind = "thumbsup") => ({
  kind: "reaction",
  message_id,
  member_id,
  reaction: kind,
});

const count = async (what: ReturnType<typeof sql>): Promise<number> =>
  (await db().execute<{ n: number }>(sql`select count(*)::int as n from ${what}`)).rows[0]!.n;
const inside = async (room: Room) => (await room.to(room.bridget)).community.id;
const understand = async () => {
  for (const kind of ["posts.understand", "search.learn"]) await work(jobs.find((job) => job.kind === kind)!);
};
const postNamed = async (room: Room, words: string) => {
  const { rows } = await db().execute<{ id: string; thread: string }>(sql`
    select id, thread_id as thread from posts where community_id = ${await inside(room)} and text like ${`%${words}%`} limit 1`);
  return rows[0]!;
};

describe("an export of another place becomes people, spaces, threads, posts and reactions", () => {
  let room: Room;
  let id: string;
  beforeAll(async () => {
    room = await aRoom();
    const path = lines(
      member("ana", { joined_at: "2025-01-02", email: "ana@example.org" }),
      member("ben", { role: "moderator" }),
      member("cleo", { role: "staff" }),
      member("beep", { role: "bot" }),
      message("a", "ana", { created_at: "2026-03-01T10:00:00Z" }),
      message("b", "ben", { created_at: "2026-03-02T10:00:00Z", reply_to: "a", body: "@ana it hums, says @{nobody}." }),
      message("c", "cleo", { created_at: "2026-03-03T10:00:00Z", reply_to: "b" }),
      message("d", "beep", { created_at: "2026-03-04T10:00:00Z" }),
      message("e", "ana", {
        created_at: "2026-03-05T10:00:00Z",
        channel: "attic",
        thread_id: "",
        body: "In the flow.",
      }),
      message("f", "ben", { created_at: "2026-03-05T11:00:00Z", channel: "attic", thread_id: "", body: "Flows on." }),
      message("g", "ben", { created_at: "2026-03-06T11:00:00Z", channel: "attic", thread_id: "", body: "Next day." }),
      message("h", "ana", { body: "   " }),
      message("i", "ana", { is_private: true }),
      { kind: "nonsense" },
      reaction("a", "ben"),
      reaction("a", "cleo", "tada"),
      reaction("a", "ben", "joy"),
      reaction("b", "ana", "no_such_emoji"),
    );
    id = await readIn(await room.desk(), path);
  });

  test("what was recognised is counted before anything is written, with what we could not read", async () => {
    expect(await found(await room.desk(), id)).toMatchObject({
      format: "jsonl",
      messages: 7,
      byBots: 1,
      people: 4,
      reactions: 3,
      otherReactions: 1,
      withoutWords: 1,
      from: "2026-03-01T10:00:00.000Z",
      spaces: [
        { space: "lamps", messages: 4, open: true },
        { space: "attic", messages: 3, open: true },
      ],
      unread: { count: 1, leftOut: 1 },
    });
    const here = await inside(room);
    expect(await count(sql`posts where community_id = ${here}`)).toBe(0);
    expect(
      await count(
        sql`memberships m join people p on p.id = m.person_id where m.community_id = ${here} and p.state = 'imported'`,
      ),
    ).toBe(0);
    expect(await peopleOf(await room.desk(), id)).toEqual([
      expect.objectContaining({ name: "ben", role: "moderator", messages: 3 }),
      expect.objectContaining({ name: "beep", role: "bot" }),
      expect.objectContaining({ name: "cleo", role: "staff" }),
      expect.objectContaining({ name: "ana", role: "member", messages: 2 }),
    ]);
  });

  test("it is written by whoever said it and when; bots stay behind, staff is employed, moderators have the duty", async () => {
    const { state, brought } = await bringIn(await room.desk(), id);
    expect(state).toBe("done");
    expect(brought).toEqual({ people: 3, threads: 3, posts: 6, reactions: 2, before: 0 });
    const here = await inside(room);
    const { rows } = await db().execute(sql`
      select p.name, m.role, m.employed, d.person_id is not null as duty, p.state from memberships m join people p on p.id = m.person_id
      left join duties d on d.community_id = m.community_id and d.person_id = m.person_id
      where m.community_id = ${here} and p.state = 'imported' order by p.name`);
    expect(rows).toEqual([
      { name: "ana", role: "member", employed: false, duty: false, state: "imported" },
      { name: "ben", role: "member", employed: false, duty: true, state: "imported" },
      { name: "cleo", role: "representative", employed: true, duty: false, state: "imported" },
    ]);
    expect(await count(sql`people where name = 'beep' and state = 'imported'`)).toBe(1);
    await understand();
    const first = await postNamed(room, "Message a");
    const access = await openThread(await room.to(room.bridget), first.thread);
    expect(access.thread.title).toBe("Why do they hum");
    const posts = await postsOf(access, 1);
    expect(posts.map(({ html }) => html?.replace(/<[^>]+>/g, "").trim())).toEqual([
      "Message a.",
      expect.stringContaining("it hums, says @nobody."),
      "Message c.",
    ]);
  });

  test("whom a message speaks to is spoken to here, and what stood in the flow of a space is a thread for each day", async () => {
    const here = await inside(room);
    expect(
      await count(
        sql`post_mentions m join people p on p.id = m.person_id where m.community_id = ${here} and p.name = 'ana'`,
      ),
    ).toBe(1);
    const { rows } = await db().execute(
      sql`select title, posts from threads where community_id = ${here} order by created_at, title`,
    );
    expect(rows).toEqual([
      { title: "Why do they hum", posts: 3 },
      { title: "attic, 2026-03-05", posts: 2 },
      { title: "attic, 2026-03-06", posts: 1 },
    ]);
  });

  test("nobody is sent mail or told, and the words do not wait about any longer", async () => {
    const here = await inside(room);
    expect(
      await count(sql`outbox where person_id in (select person_id from import_people where import_id = ${id})`),
    ).toBe(0);
    expect(await count(sql`notifications where community_id = ${here}`)).toBe(0);
    expect(await count(sql`import_items where import_id = ${id}`)).toBe(0);
  });

  test("brought once more it adds nothing twice, and what is new there comes along", async () => {
    const again = await readIn(
      await room.desk(),
      lines(
        message("a", "ana", { created_at: "2026-03-01T10:00:00Z" }),
        message("b", "ben", { created_at: "2026-03-02T10:00:00Z", reply_to: "a" }),
        message("z", "ana", { created_at: "2026-03-09T10:00:00Z", reply_to: "b", body: "Came later." }),
        reaction("a", "ben"),
      ),
    );
    const spaces = await count(sql`spaces where community_id = ${await inside(room)}`);
    const { brought } = await bringIn(await room.desk(), again);
    expect(await count(sql`spaces where community_id = ${await inside(room)}`)).toBe(spaces);
    expect(brought).toMatchObject({ posts: 1, before: 2 });
    expect(await count(sql`posts where community_id = ${await inside(room)}`)).toBe(7);
    expect(await count(sql`reactions where community_id = ${await inside(room)}`)).toBe(2);
  });

  test("taken back whole: what people said here since stays below a mark, a claimed profile stays as an account", async () => {
    const here = await inside(room);
    const first = await postNamed(room, "Message a");
    const access = openThreadToWrite(await openThread(await room.to(room.bridget), first.thread));
    await writePost(access, { text: "Mine hums as well.", answers: first.id }, key());
    await db().execute(
      sql`update people set state = 'active', email_verified_at = now() where name = 'ana' and email = 'ana@example.org'`,
    );
    const { rows: all } = await db().execute<{ id: string }>(
      sql`select id from imports where community_id = ${here} order by asked_at desc`,
    );
    for (const one of all) expect((await takeBackAll(await room.desk(), one.id)).state).toBe("undone");
    const thread = await openThread(await room.to(room.bridget), first.thread);
    const posts = await postsOf(thread, 1);
    expect(posts.map(({ html, removed }) => [html, removed !== null])).toEqual([
      [null, true],
      ["<p>Mine hums as well.</p>\n", false],
    ]);
    await expect(openPost(await room.to(room.bridget), first.id)).rejects.toMatchObject({ status: 404 });
    const { rows } = await db().execute(sql`
      select p.name, p.state from people p where p.name in ('ana', 'ben', 'cleo', 'beep') order by 1`);
    expect(rows).toEqual([{ name: "ana", state: "active" }]);
    expect(await count(sql`posts where community_id = ${here} and text <> ''`)).toBe(1);
    expect(await count(sql`spaces where community_id = ${here} and slug = 'attic'`)).toBe(0);
    expect(await count(sql`spaces where community_id = ${here} and slug = 'lamps'`)).toBe(1);
    for (const table of ["post_words", "post_mentions", "reactions", "import_people", "import_items", "import_spaces"])
      expect({
        [table]: await count(
          sql`${sql.identifier(table)} t where t.community_id = ${here} and to_jsonb(t)::text not like '%Mine hums%'`,
        ),
      }).toEqual({ [table]: table === "post_words" ? 1 : 0 });
  });

  test("and brought anew after that, all of it is there again", async () => {
    const again = await readIn(await room.desk(), lines(message("a", "ana"), message("bb", "ben", { reply_to: "a" })));
    expect((await bringIn(await room.desk(), again)).brought).toMatchObject({
      people: 2,
      threads: 1,
      posts: 2,
      before: 0,
    });
  });
});

test("what not everybody there could read stays behind, unless a manager says otherwise", async () => {
  const room = await aRoom();
  const zip = await as.writeZip(join(folder, "closed.zip"), {
    "channels.json": JSON.stringify([{ id: "C1", name: "open" }]),
    "groups.json": JSON.stringify([{ id: "G1", name: "closed" }]),
    "users.json": JSON.stringify([{ id: "U1", name: "una" }]),
    "open/2026-03-01.json": JSON.stringify([
      { type: "message", user: "U1", text: "For all.", ts: "1772359200.000100" },
    ]),
    "closed/2026-03-01.json": JSON.stringify([
      { type: "message", user: "U1", text: "For few.", ts: "1772359201.000100" },
    ]),
  });
  const id = await readIn(await room.desk(), zip);
  expect(suggested(await found(await room.desk(), id), new Map()).map(({ space, to }) => [space, to])).toEqual(
    [
      ["closed", "leave"],
      ["open", "new"],
    ].sort(([a], [b]) => (a === "open" ? -1 : b === "open" ? 1 : 0)),
  );
  await bringIn(await room.desk(), id);
  const { rows } = await db().execute(sql`select text from posts where community_id = ${await inside(room)}`);
  expect(rows).toEqual([{ text: "For all." }]);
});

const asJsonlIn = (talk: Parameters<typeof as.asJsonl>[0]) => ({ "talk.jsonl": as.asJsonl(talk) });
const talk = community("tight", { people: 12, weeks: 6 });
const ways = {
  slack: () => as.writeZip(join(folder, "slack.zip"), as.asSlack(talk)),
  zulip: () => as.writeTarGz(join(folder, "zulip.tar.gz"), as.asZulip(talk)),
  discord: () => as.writeFolder(join(folder, "discord"), as.asDiscord(talk)),
  discourse: () => as.writeFolder(join(folder, "discourse"), as.asDiscourse(talk)),
  mbox: () => as.writeFolder(join(folder, "mbox"), { "list.mbox": as.asMbox(talk) }),
  csv: () => as.writeFolder(join(folder, "csv"), as.asCsv(talk)),
};

test.each(Object.keys(ways) as (keyof typeof ways)[])(
  "every message of %s with words is a post of its author",
  async (format) => {
    const room = await aRoom();
    const id = await readIn(await room.desk(), (await ways[format]()) as string, format);
    const facts = await found(await room.desk(), id);
    expect(facts.format).toBe(format);
    const { state, brought } = await bringIn(await room.desk(), id, () => ({ to: "new" }));
    expect(state).toBe("done");
    expect(brought!.posts).toBe(facts.messages - facts.byBots);
    expect(brought!.posts).toBeGreaterThan(100);
    expect((await importHere(await room.desk(), id)).stepsDone).toBe(facts.messages + facts.reactions);
  },
);

test("after a crash it goes on where it was, and two who work at once bring it once", async () => {
  const room = await aRoom();
  const desk = await room.desk();
  const big = community("tight", { people: 20, weeks: 14 });
  const id = await readIn(desk, await as.writeZip(join(folder, "big.zip"), asJsonlIn(big)), "big");
  const { messages } = await found(desk, id);
  const spaces = await count(sql`spaces where community_id = ${await inside(room)}`);
  expect(messages).toBeGreaterThan(2_000);
  const plan = {
    spaces: suggested(await found(desk, id), new Map()).map((one) => ({ ...one, to: "new" as const })),
    roles: [],
  };
  await decideImport(desk, { import: id, ...plan }, key());
  const one = (await claim(id))!;
  const place = { communityId: one.communityId, source: one.source, round: one.round, importId: id, zone: one.zone };
  const crash = new Error("the machine went away");
  await expect(
    bring(desk, place, plan, async () => {
      throw crash;
    }),
  ).rejects.toBe(crash);
  expect(await count(sql`posts where community_id = ${await inside(room)}`)).toBe(1_000);
  // Nobody has heard of it for long: whoever looks for work takes it up.
  await db().execute(sql`update imports set moved_at = now() - interval '5 minutes' where id = ${id}`);
  await Promise.all([workOnImports(), workOnImports()]);
  expect(await importHere(desk, id)).toMatchObject({ state: "done", brought: { posts: messages, before: 0 } });
  expect(await count(sql`spaces where community_id = ${await inside(room)}`)).toBe(spaces + plan.spaces.length);
  // Taken back while its posts are being drawn and made to be found.
  const [{ state }] = await Promise.all([takeBackAll(desk, id), understand(), understand()]);
  expect(state).toBe("undone");
  expect(await count(sql`posts where community_id = ${await inside(room)}`)).toBe(0);
});

test("one at a time, and only from where it stands", async () => {
  const room = await aRoom();
  const desk = await room.desk();
  const id = await readIn(desk, lines(message("a", "zoe")));
  await expect(readIn(desk, lines(message("b", "ben")))).rejects.toMatchObject({ code: "imports.oneAtATime" });
  await expect(undoImport(desk, { import: id }, key())).rejects.toMatchObject({ code: "imports.changedMeanwhile" });
  const nowhere = suggested(await found(desk, id), new Map()).map((one) => ({ ...one, to: "leave" as const }));
  await expect(decideImport(desk, { import: id, spaces: nowhere, roles: [] }, key())).rejects.toMatchObject({
    code: "imports.nothingChosen",
  });
  await dropImport(desk, { import: id }, key());
  await workOn((await claim(id))!);
  expect(await importHere(desk, id)).toMatchObject({ state: "dropped" });
  expect(await count(sql`people where state = 'imported' and name = 'zoe'`)).toBe(0);
  expect(await count(sql`import_items where import_id = ${id}`)).toBe(0);
});

test("what stopped while it was taken back goes on being taken back", async () => {
  const room = await aRoom();
  const desk = await room.desk();
  const id = await readIn(desk, lines(message("a", "ana"), message("bb", "ben")));
  await bringIn(desk, id);
  await undoImport(desk, { import: id }, key());
  await db().execute(sql`update imports set state = 'failed', failed_why = 'broken' where id = ${id}`);
  await retryImport(desk, { import: id }, key());
  await workOn((await claim(id))!);
  expect(await importHere(desk, id)).toMatchObject({ state: "undone" });
  expect(await count(sql`posts where community_id = ${await inside(room)}`)).toBe(0);
});

test("what nobody decides about for two weeks is forgotten, words and people", async () => {
  const room = await aRoom();
  const desk = await room.desk();
  const id = await readIn(desk, lines(message("a", "zenobia")));
  await db().execute(sql`update imports set moved_at = now() - interval '13 days' where id = ${id}`);
  await workOnImports();
  expect(await importHere(desk, id)).toMatchObject({ state: "read" });
  await db().execute(sql`update imports set moved_at = now() - interval '15 days' where id = ${id}`);
  await workOnImports();
  expect(await importHere(desk, id)).toMatchObject({ state: "dropped" });
  expect(await count(sql`import_items where import_id = ${id}`)).toBe(0);
  expect(await count(sql`people where name = 'zenobia'`)).toBe(0);
});

test("an address that somebody has here stays theirs, and who came with an import becomes that person by proving theirs", async () => {
  const room = await aRoom();
  const { rows } = await db().execute<{ email: string }>(sql`select email from people where id = ${room.bridget}`);
  const id = await readIn(
    await room.desk(),
    lines(
      member("b1", { email: rows[0]!.email }),
      member("d1", { email: "dot@example.org" }),
      message("a", "b1"),
      message("bb", "d1"),
    ),
  );
  await bringIn(await room.desk(), id);
  const { rows: came } = await db().execute(sql`
    select p.name, p.email from import_people i join people p on p.id = i.person_id where i.import_id = ${id} order by 1`);
  expect(came).toEqual([
    { name: "b1", email: null },
    { name: "d1", email: "dot@example.org" },
  ]);
});

test("every table that points to a post or a thread is known to who takes an import back", async () => {
  const { rows } = await db().execute<{ from: string; to: string }>(sql`
    select distinct c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to" from pg_constraint c
    where c.contype = 'f' and c.confrelid in ('posts'::regclass, 'threads'::regclass)`);
  const of = (to: string) =>
    rows
      .filter((row) => row.to === to)
      .map(({ from }) => from)
      .sort();
  expect(of("posts")).toEqual([...new Set([...goWithPost, ...keepPost, "post_quotes", "posts"])].sort());
  expect(of("threads")).toEqual([...new Set([...goWithThread, "held", "posts", "threads", "thread_splits"])].sort());
});
