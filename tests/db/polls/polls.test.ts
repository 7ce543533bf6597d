import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  openOwnPoll,
  openPoll,
  openPollToClose,
  openPollToVote,
  openPostRemoval,
  openSpaceToWrite,
} from "@/lib/access/gate";
import { closePoll, correctPoll, reopenPoll, takeBackVote, vote } from "@/lib/polls/commands";
import { type NewPoll, voteInput } from "@/lib/polls/input";
import { pollsOf } from "@/lib/polls/queries";
import { removePost } from "@/lib/posts/commands";
import { writePostInput } from "@/lib/posts/input";
import { purgeRemovedPosts } from "@/lib/posts/jobs";
import { everythingAbout } from "@/lib/privacy/collect";
import { eraseRows } from "@/lib/privacy/erase";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
});

/** A thread of Bridget's with a poll in its first post. */
async function ask(more: Partial<NewPoll> = {}) {
  const poll: NewPoll = {
    question: "Which one hums?",
    options: ["The fridge", "The lamp", "The cat"],
    most: 1,
    ballot: "secret",
    results: "always",
    ...more,
  };
  const words = { title: "Which one hums", text: "Please say." };
  const { threadId, postId } = await startThread(
    openSpaceToWrite(await room.space(room.bridget)),
    { ...words, poll },
    key(),
  );
  const shown = async (who = room.bridget) => (await pollsOf(await room.thread(who, threadId), 1))[0]!;
  const { id, options } = await shown();
  const open = async (who: string) => openPoll(await room.to(who), id);
  const choose = async (who: string, ...nth: number[]) =>
    vote(openPollToVote(await open(who)), { options: nth.map((n) => options[n]!.id) }, key());
  const counts = async (who?: string) => (await shown(who)).options.map(({ votes }) => votes);
  return { id, threadId, postId, options, shown, open, choose, counts };
}

describe("one vote each, which may be changed and taken back", () => {
  test("a change moves the counter, taking it back takes it out, and a second ballot is refused by the database itself", async () => {
    const { id, choose, counts, shown, open } = await ask();
    await choose(room.corin, 0);
    await choose(room.dilys, 0);
    expect(await counts()).toEqual([2, 0, 0]);
    await choose(room.corin, 2);
    expect(await counts()).toEqual([1, 0, 1]);
    expect((await shown(room.corin)).options.map(({ mine }) => mine)).toEqual([false, false, true]);
    await expect(
      db().execute(sql`insert into ballots (community_id, decision_id, person_id)
        select community_id, decision_id, person_id from ballots where decision_id = ${id} limit 1`),
    ).rejects.toMatchObject({ cause: { constraint: "ballots_one_each" } });
    await takeBackVote(openPollToVote(await open(room.corin)), {}, key());
    expect([await counts(), (await shown()).voters]).toEqual([[1, 0, 0], 1]);
    await expect(takeBackVote(openPollToVote(await open(room.corin)), {}, key())).rejects.toThrow("nothingToTakeBack");
  });

  test("two hundred votes at once are each counted once, also when everybody changes their mind at once", async () => {
    const { id, choose, counts, shown } = await ask({ most: 2 });
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => room.aMember(`Voter ${n}`)));
    const waiting = [0, 1, 2, 0, 1].flatMap((first) => people.map((who, n) => ({ who, nth: (first + n) % 3 })));
    expect(waiting).toHaveLength(200);
    // As many at once as the pool has connections; whoever comes later waits for one.
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) await choose(next.who, next.nth);
      }),
    );
    expect((await shown()).voters).toBe(40);
    const { rows } = await db().execute<{ votes: number }>(sql`
      select (select count(*)::int from ballot_choices c where c.option_id = o.id) as votes from decision_options o
      where o.decision_id = ${id} order by o.position`);
    expect(await counts()).toEqual(rows.map(({ votes }) => votes));
    expect(rows.reduce((sum, { votes }) => sum + votes, 0)).toBe(40);
  }, 60_000);

  test("no more than may be chosen, nothing that is not in it, and the same form twice is one vote", async () => {
    const { choose, options, open, counts } = await ask({ most: 2 });
    await expect(choose(room.corin, 0, 1, 2)).rejects.toMatchObject({
      more: { fields: { options: "polls.tooManyChosen" } },
    });
    const other = await ask();
    await expect(
      vote(openPollToVote(await open(room.corin)), { options: [other.options[0]!.id] }, key()),
    ).rejects.toMatchObject({ more: { fields: { options: "polls.unknownOption" } } });
    const once = key();
    const mine = openPollToVote(await open(room.corin));
    for (const _ of [1, 2]) await vote(mine, { options: [options[0]!.id, options[1]!.id] }, once);
    expect(await counts()).toEqual([1, 1, 0]);
    expect(voteInput.safeParse({ poll: mine.poll.id, options: [] }).error?.issues[0]?.message).toBe("polls.chooseOne");
  });
});

describe("until it closes", () => {
  test("by the clock of the database: what was opened in time is refused afterwards", async () => {
    const { id, choose, open, shown } = await ask({ closes: "2099-01-01T10:00" });
    await choose(room.corin, 0);
    const held = openPollToVote(await open(room.dilys));
    await db().execute(sql`update decisions set closes_at = now() - interval '1 second' where id = ${id}`);
    await expect(vote(held, { options: [(await shown()).options[0]!.id] }, key())).rejects.toThrow("polls.closed");
    await expect(takeBackVote(openPollToVote(await open(room.corin)), {}, key())).rejects.toThrow("polls.closed");
    expect(await shown()).toMatchObject({ closed: true, voters: 1 });
  });

  test("the time is the community's, and one that is over is refused", async () => {
    const { id } = await ask({ closes: "2099-07-01T10:00" });
    const { rows } = await db().execute<{ at: string }>(
      sql`select to_char(closes_at at time zone 'UTC', 'HH24:MI') as at from decisions where id = ${id}`,
    );
    expect(rows[0]?.at).toBe("09:00");
    await expect(ask({ closes: "2001-01-01T10:00" })).rejects.toMatchObject({
      more: { fields: { pollCloses: "polls.closesPast" } },
    });
    await expect(ask({ closes: "2099-02-31T10:00" })).rejects.toMatchObject({
      more: { fields: { pollCloses: "polls.closesWrong" } },
    });
  });

  test("its author closes it early and opens it again; others may not", async () => {
    const { choose, open } = await ask();
    const corin = await open(room.corin);
    expect(() => openPollToClose(corin)).toThrow("threads.notYours");
    const mine = openPollToClose(await open(room.bridget));
    await closePoll(mine, {}, key());
    await expect(closePoll(mine, {}, key())).rejects.toThrow("polls.closed");
    await expect(choose(room.corin, 0)).rejects.toThrow("polls.closed");
    await reopenPoll(openPollToClose(await open(room.owner)), {}, key());
    await choose(room.corin, 0);
    await expect(reopenPoll(mine, {}, key())).rejects.toThrow("polls.openAlready");
  });

  test("a slip of the pen is corrected before the first vote and never after it", async () => {
    const { choose, open, shown } = await ask();
    const mine = openOwnPoll(await open(room.bridget));
    const words = { question: "Which of them hums?", options: ["The fridge", "The lamp", "Her cat"] };
    await expect(correctPoll(mine, { ...words, options: ["One", "Two"] }, key())).rejects.toThrow("common.checkFields");
    await correctPoll(mine, words, key());
    await choose(room.corin, 2);
    expect((await shown()).options[2]?.label).toBe("Her cat");
    await expect(correctPoll(mine, { ...words, question: "Which one purrs?" }, key())).rejects.toThrow("votedAlready");
    expect((await shown()).question).toBe("Which of them hums?");
  });
});

describe("who sees what", () => {
  test("a secret vote is shown to nobody: not to its author, not to the brand, not in a copy of somebody else's data", async () => {
    const { choose, shown } = await ask();
    await choose(room.corin, 1);
    for (const who of [room.bridget, room.dilys, room.owner]) {
      const poll = JSON.stringify(await shown(who));
      expect([poll.includes("Corin"), poll.includes(room.corin)]).toEqual([false, false]);
    }
    expect(await copyOf(room.corin)).toContain("The lamp");
    for (const who of [room.bridget, room.owner]) expect(await copyOf(who)).not.toContain("The lamp");
    const acts = await db().execute<{ line: string }>(
      sql`select l::text as line from ledger l where verb = 'poll voted'`,
    );
    const { options } = await shown();
    expect(acts.rows.some(({ line }) => options.some(({ id }) => line.includes(id)))).toBe(false);
  });

  test("an open vote is shown with its name, and results wait for what they were told to wait for", async () => {
    const open = await ask({ ballot: "open", results: "voted" });
    await open.choose(room.corin, 0);
    expect(await open.shown(room.dilys)).toMatchObject({
      shown: false,
      options: [{ votes: null, people: [] }, {}, {}],
    });
    expect((await open.shown(room.corin)).options[0]).toMatchObject({ votes: 1, people: ["Corin"] });
    const late = await ask({ ballot: "open", results: "closed" });
    await late.choose(room.corin, 0);
    expect((await late.shown(room.corin)).shown).toBe(false);
    await closePoll(openPollToClose(await late.open(room.bridget)), {}, key());
    expect(await late.counts(room.dilys)).toEqual([1, 0, 0]);
  });

  test("whoever does not take part reads and does not vote", async () => {
    const { id } = await ask();
    const poll = await openPoll(await room.asVisitor(), id);
    expect(() => openPollToVote(poll)).toThrow("common.signInFirst");
  });
});

describe("it goes with what it belongs to", () => {
  test("with a removed post, and for good when its text is gone", async () => {
    const { id, threadId, postId, choose, open } = await ask();
    await choose(room.corin, 0);
    const held = openPollToVote(await open(room.dilys));
    await room.say(room.corin, threadId, "It is the cat.", postId);
    await removePost(openPostRemoval(await room.post(room.bridget, postId)), { why: "" }, key());
    expect(await pollsOf(await room.thread(room.bridget, threadId), 1)).toEqual([]);
    await expect(open(room.bridget)).rejects.toMatchObject({ status: 404 });
    await expect(vote(held, { options: [] }, key())).rejects.toThrow("polls.gone");
    expect(await copyOf(room.corin)).toContain(`"poll":null`);
    await db().execute(sql`update posts set removed_at = now() - interval '31 days' where id = ${postId}`);
    await db().transaction((tx) => purgeRemovedPosts.run(tx));
    const left = await db().execute(sql`select 1 from decisions where id = ${id}
      union all select 1 from decision_options where decision_id = ${id} union all select 1 from ballots where decision_id = ${id}`);
    expect(left.rows).toEqual([]);
  });

  test("the votes of somebody who is erased are counted no more; with their texts their polls go", async () => {
    const eve = await room.aMember("Eve");
    const { choose, counts, shown } = await ask({ most: 2, ballot: "open" });
    await choose(eve, 0, 1);
    await choose(room.corin, 0);
    await db().transaction((tx) => eraseRows(tx, eve, "name"));
    expect([await counts(), (await shown()).voters]).toEqual([[1, 0, 0], 1]);
    const { id } = await ask();
    await db().transaction((tx) => eraseRows(tx, room.bridget, "texts"));
    const left = await db().execute(sql`select 1 from decisions where id = ${id}`);
    expect(left.rows).toEqual([]);
  });
});

describe("what a poll is made of", () => {
  const typed = (more: object) =>
    writePostInput.safeParse({
      thread: "3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa",
      text: "Please say.",
      pollQuestion: "Which one?",
      pollOptions: "One\nTwo",
      ...more,
    });
  test.each([
    [{ pollOptions: "One" }, "polls.tooFew"],
    [{ pollOptions: "One\n ONE " }, "polls.twice"],
    [{ pollOptions: Array.from({ length: 21 }, (_, n) => `Option ${n}`).join("\n") }, "polls.tooMany"],
    [{ pollOptions: `One\n${"o".repeat(101)}` }, "polls.optionTooLong"],
    [{ pollMost: "3" }, "polls.mostWrong"],
    [{ pollQuestion: "" }, "polls.questionRequired"],
    [{ pollCloses: "tomorrow" }, "polls.closesWrong"],
  ])("%o is refused", (more, code) => {
    expect(typed(more).error?.issues.map(({ message }) => message)).toContain(code);
  });
  test("all left empty, there is none", () => {
    expect(typed({ pollQuestion: "", pollOptions: "" }).data).not.toHaveProperty("poll");
    expect(typed({}).data?.poll).toMatchObject({ options: ["One", "Two"], ballot: "secret", most: 1 });
  });
});

/** What somebody's own copy of their data says. */
async function copyOf(personId: string): Promise<string> {
  return db().transaction(async (tx) => {
    const said: unknown[] = [];
    for await (const { holding, rows } of everythingAbout(tx, personId))
      for await (const row of rows) if (holding.table === "ballots") said.push(row);
    return JSON.stringify(said);
  });
}
