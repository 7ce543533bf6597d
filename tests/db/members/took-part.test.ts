import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  insideOf,
  openAnswer,
  openMember,
  openMemberInside,
  openPostRemoval,
  openReaction,
  openSpace,
  openSpaces,
  openSpaceToWrite,
} from "@/lib/access/gate";
import { acceptAnswer } from "@/lib/answers/commands";
import { readCursor } from "@/lib/communities/keyset";
import { memberPage, membersOf } from "@/lib/members/queries";
import { saidBy, sumsOf } from "@/lib/members/took-part";
import { removePost } from "@/lib/posts/commands";
import { react } from "@/lib/reactions/commands";
import { changeMemberSetting } from "@/lib/settings/commands";
import { changeSpace, closeSpace, makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { startThread } from "@/lib/threads/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
beforeAll(async () => {
  room = await aRoom();
  const badge = await room.aBadge("Key");
  await room.grant(badge, room.dilys);
  const input = makeSpaceInput.parse({
    ...{ name: "The Shed", slug: "shed", purpose: "Inside.", door: "hidden", needs: "any" },
    ...{ readAudience: "badges", writeAudience: "badges", readBadges: [badge], writeBadges: [badge] },
  });
  await makeSpace(await room.desk(), input, key());
});

const reads = async (who: string) => {
  const access = await room.to(who);
  const spaces = (await openSpaces(access, true)).flatMap((one) => ("inside" in one ? one.inside : []));
  return openMemberInside(insideOf(access, spaces));
};
const said = async (who: string, whom: string, more: Parameters<typeof saidBy>[2] = {}) =>
  (await saidBy(await reads(who), whom, more)).rows.map(({ beginning }) => beginning);
const choose = async (who: string, setting: "inDirectory" | "activityShown" | "bringerShown", value: boolean) =>
  changeMemberSetting(openMember(await room.to(who)), { setting, value }, key());
const inShed = async (who: string, text: string) => {
  const found = await openSpace(await room.to(who), "shed");
  if (!("inside" in found)) throw new Error("The shed is closed to them.");
  return startThread(openSpaceToWrite(found.inside), { title: "In the shed", text }, key());
};

describe("what they took part in", () => {
  test("what somebody wrote, the latest first, with where it stands; spoken names are those of now", async () => {
    const { threadId } = await room.start(room.bridget, "Does it hum?", "Mine hums.");
    await room.say(room.corin, threadId, "Ask @[Bridget].");
    await room.say(room.corin, threadId, "> Mine hums.\n\nTwice.");
    expect(await said(room.dilys, room.corin)).toEqual(["Twice.", "Ask @Bridget."]);
    const { rows } = await saidBy(await reads(room.dilys), room.bridget);
    expect(rows).toMatchObject([{ title: "Does it hum?", space: "The Meadow", began: true, answered: false }]);
  });

  test("nothing of a space that the reader does not read is shown or counted, also to the count of spaces", async () => {
    await inShed(room.dilys, "A secret hum.");
    const { threadId } = await room.start(room.dilys, "Open", "An open hum.");
    await room.say(room.dilys, threadId, "Another.");
    expect(await said(room.bridget, room.dilys)).toEqual(["Another.", "An open hum."]);
    expect(await said(room.dilys, room.dilys)).toEqual(["Another.", "An open hum.", "A secret hum."]);
    expect(await said(room.owner, room.dilys)).toHaveLength(3);
    expect(await sumsOf(await reads(room.bridget), room.dilys)).toMatchObject({
      posts: 2,
      threads: 1,
      spaces: [{ name: "The Meadow", posts: 2 }],
    });
    expect(await sumsOf(await reads(room.dilys), room.dilys)).toMatchObject({ posts: 3, threads: 2 });
  });

  test("chosen answers and praise are counted; what was removed is not", async () => {
    const eve = await room.aMember("Eve");
    await changeSpace(await room.desk(), { ...(await meadow()), space: room.spaceId, questions: true }, key());
    const { threadId } = await room.start(room.bridget, "Which key?", "I lost mine.");
    const { postId } = await room.say(eve, threadId, "The brass one.");
    await acceptAnswer(openAnswer(await room.post(room.bridget, postId)), {}, key());
    await react(openReaction(await room.post(room.bridget, postId)), { kind: "love" }, key());
    await react(openReaction(await room.post(room.corin, postId)), { kind: "dislike" }, key());
    const gone = await room.say(eve, threadId, "Never mind.");
    await removePost(openPostRemoval(await room.post(eve, gone.postId)), { why: "" }, key());
    const sums = await sumsOf(await reads(room.corin), eve);
    expect(sums).toMatchObject({ posts: 1, threads: 0, answers: 1, praise: 1 });
    expect((await saidBy(await reads(room.corin), eve)).rows).toMatchObject([{ answered: true }]);
  });

  test("it goes on where a page ended, and can be only the threads they began", async () => {
    const finn = await room.aMember("Finn");
    for (const n of [1, 2, 3]) {
      const { threadId } = await room.start(finn, `Thread ${n}`, `Beginning ${n}.`);
      await room.say(finn, threadId, `More ${n}.`);
    }
    const first = await saidBy(await reads(room.bridget), finn, { size: 4 });
    const second = await saidBy(await reads(room.bridget), finn, { size: 4, cursor: readCursor(first.next) });
    expect([...first.rows, ...second.rows].map(({ beginning }) => beginning)).toEqual(
      [3, 2, 1].flatMap((n) => [`More ${n}.`, `Beginning ${n}.`]),
    );
    expect(second.next).toBeUndefined();
    expect(await said(room.bridget, finn, { began: true })).toEqual(["Beginning 3.", "Beginning 2.", "Beginning 1."]);
  });

  test("what was said in a space that is closed by now can be read still", async () => {
    const gus = await room.aMember("Gus");
    await room.start(gus, "Before it closed", "Still here.");
    await closeSpace(await room.desk(), { space: room.spaceId }, key());
    expect(await said(room.bridget, gus)).toEqual(["Still here."]);
  });
});

describe("privacy settings", () => {
  test("who keeps what they took part in to themselves shows it to nobody, by no way of asking", async () => {
    expect(await said(room.bridget, room.corin)).not.toEqual([]);
    await choose(room.corin, "activityShown", false);
    for (const who of [room.bridget, room.owner]) {
      expect(await said(who, room.corin)).toEqual([]);
      expect(await sumsOf(await reads(who), room.corin)).toMatchObject({ posts: 0, spaces: [] });
      expect((await memberPage(openMember(await room.to(who)), room.corin)).activityShown).toBe(false);
    }
    expect(await said(room.corin, room.corin), "they see it themselves").not.toEqual([]);
    await choose(room.corin, "activityShown", true);
    expect(await said(room.bridget, room.corin)).not.toEqual([]);
  });

  test("who brought them is shown to others only as they choose", async () => {
    const hal = await room.aMember("Hal");
    await db().execute(sql`update memberships set brought_by = ${room.bridget} where person_id = ${hal}`);
    const by = async (who: string) => (await memberPage(openMember(await room.to(who)), hal)).broughtBy?.name;
    expect(await by(room.corin)).toBe("Bridget");
    await choose(hal, "bringerShown", false);
    expect([await by(room.corin), await by(room.owner), await by(hal)]).toEqual([undefined, undefined, "Bridget"]);
  });
});

describe("the directory", () => {
  const listed = async (which: Parameters<typeof membersOf>[1]) =>
    (await membersOf(openMember(await room.to(room.corin)), which)).rows.map(({ name }) => name);

  test("somebody is found by how the words of their name begin, whatever its accents, and who is not listed is not", async () => {
    const ivo = await room.aMember("Ivó van Dale");
    expect(await listed({ named: "iv" })).toEqual(["Ivó van Dale"]);
    expect(await listed({ named: "dale ivo" })).toEqual(["Ivó van Dale"]);
    for (const odd of ["zzyzx", "' | !", "%", "\\", ":*"]) expect(await listed({ named: odd }), odd).toEqual([]);
    await choose(ivo, "inDirectory", false);
    expect(await listed({ named: "ivo" })).toEqual([]);
  });

  test("the team is who leads and who speaks for the brand", async () => {
    expect(await listed({ team: true })).toEqual(["Una Kilbride"]);
    expect(await listed({ team: true, named: "ivo" })).toEqual([]);
  });
});

async function meadow() {
  const facts = { name: "The Meadow", slug: "meadow", purpose: "Where everybody talks.", door: "listed" };
  return makeSpaceInput.parse({
    ...facts,
    ...{ readAudience: "everyone", writeAudience: "members", readBadges: [], writeBadges: [] },
  });
}
