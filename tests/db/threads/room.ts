import { openPost, openSpace, openSpaceToWrite, openThread, openThreadToWrite } from "@/lib/access/gate";
import { changeLimits } from "@/lib/moderation/limits/commands";
import { writePost } from "@/lib/posts/commands";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { startThread } from "@/lib/threads/commands";
import { wide } from "@/tests/support/wide-limits";
import { aHouse, key } from "../members/house";

/** A house with one open room, and three who talk in it. */
export async function aRoom() {
  const house = await aHouse();
  await changeLimits(await house.desk(), wide, key());
  const facts = { name: "The Meadow", slug: "meadow", purpose: "Where everybody talks.", door: "listed" };
  const input = makeSpaceInput.parse({
    ...facts,
    readAudience: "everyone",
    writeAudience: "members",
    readBadges: [],
    writeBadges: [],
  });
  const { spaceId } = await makeSpace(await house.desk(), input, key());
  const [bridget = "", corin = "", dilys = ""] = await Promise.all(
    ["Bridget", "Corin", "Dilys"].map((name) => house.aMember(name)),
  );
  const space = async (who: string) => {
    const found = await openSpace(await house.to(who), "meadow");
    if (!("inside" in found)) throw new Error("The meadow is open.");
    return found.inside;
  };
  const start = async (who: string, title = "Does yours hum too?", text = "Mine hums.") =>
    startThread(openSpaceToWrite(await space(who)), { title, text }, key());
  const thread = async (who: string, id: string) => openThread(await house.to(who), id);
  const say = async (who: string, id: string, text: string, answers?: string) =>
    writePost(openThreadToWrite(await thread(who, id)), { text, answers }, key());
  const post = async (who: string, id: string) => openPost(await house.to(who), id);
  return { ...house, spaceId, bridget, corin, dilys, space, start, thread, say, post };
}

export { key };
