import { expect, test } from "vitest";
import { openMember, openPostRemoval, openReports, openThread, openThreadToManage } from "@/lib/access/gate";
import { openLog } from "@/lib/access/gate-moderation";
import { moderationLog } from "@/lib/moderation/log/queries";
import { correctPerson } from "@/lib/moderation/statements/commands";
import { removePost } from "@/lib/posts/commands";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { changeSpace } from "@/lib/spaces/commands";
import { lockThread } from "@/lib/threads/ordering/commands";
import { onFreshDatabase } from "../jobs/product";
import { aRoom, key } from "../threads/room";

onFreshDatabase();

test("a log of every act, for members if the community chooses, without names and without what they may not read", async () => {
  const room = await aRoom();
  const { threadId, postId } = await room.start(room.bridget, "A sharp word");
  const own = await room.say(room.corin, threadId, "Never mind.");
  const of = async (who: string) => (await moderationLog(await openLog(await room.to(who)))).rows;
  await lockThread(
    openThreadToManage(await openThread(await room.to(room.owner), threadId)),
    { why: "Enough." },
    key(),
  );
  await removePost(openPostRemoval(await room.post(room.owner, postId)), { why: "No names here." }, key());
  // What somebody does with their own words is no act of moderation.
  await removePost(openPostRemoval(await room.post(room.corin, own.postId)), { why: "" }, key());
  const warning = { person: room.bridget, measure: "warning", days: 1, reason: "Please mind your words." } as const;
  await correctPerson(openReports(await room.to(room.owner)), warning, key());

  expect((await of(room.owner)).map(({ verb, person }) => [verb, person?.name])).toEqual([
    ["person warned", "Bridget"],
    ["post removed", "Bridget"],
    ["thread locked", "Bridget"],
  ]);
  await expect(openLog(await room.to(room.dilys))).rejects.toMatchObject({ status: 404 });

  await changeCommunitySetting(await room.desk(), { setting: "logShown", value: true }, key());
  const shown = await of(room.dilys);
  expect(shown.map(({ verb }) => verb)).toEqual(["person warned", "post removed", "thread locked"]);
  expect(JSON.stringify(shown)).not.toContain("Bridget");
  expect(shown.at(-1)).toMatchObject({ thread: { title: "A sharp word" } });
  await expect(openLog(await room.asVisitor())).rejects.toMatchObject({ status: 401 });

  const facts = { name: "The Meadow", slug: "meadow", purpose: "Where some talk.", door: "hidden" } as const;
  const closed = { readAudience: "badges", writeAudience: "badges", readBadges: [], writeBadges: [] } as const;
  await changeSpace(await room.desk(), { ...facts, ...closed, needs: "any", space: room.spaceId } as never, key());
  expect((await of(room.dilys)).map(({ verb }) => verb)).toEqual(["person warned"]);
  expect(openMember(await room.to(room.dilys)).personId).toBe(room.dilys);
});
