import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { openSpace, openSpaceToWrite } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { jobs } from "@/lib/jobs/jobs";
import { work } from "@/lib/jobs/work";
import { type Asked, readAsked } from "@/lib/search/input";
import { type Answer, openToSearch, search } from "@/lib/search/search";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { startThread } from "@/lib/threads/commands";
import { startThreadInput } from "@/lib/threads/input";
import { aRoom, key } from "../threads/room";

/** A room in which much is said, and one that only holders of a badge read: Dilys is one of them. */
export async function aTalkingRoom() {
  const room = await aRoom();
  const badge = await room.aBadge("Lamp");
  await room.grant(badge, room.dilys);
  const facts = { name: "The Lamp Room", slug: "lamp", purpose: "For who is inside.", door: "listed" };
  const closed = { readAudience: "badges", writeAudience: "badges", readBadges: [badge], writeBadges: [badge] };
  const { spaceId: lampId } = await makeSpace(await room.desk(), makeSpaceInput.parse({ ...facts, ...closed }), key());
  /** On another day, in another room, with tags. */
  const begin = async (
    who: string,
    title: string,
    text: string,
    { at, space = "meadow", tags = "" }: { at?: string; space?: string; tags?: string } = {},
  ) => {
    const access = await room.to(who);
    const dated = { ...access, viewer: await viewerOf(who, at ? new Date(at) : undefined) };
    const found = await openSpace(dated as typeof access, space);
    if (!("inside" in found)) throw new Error(`${space} is closed to who should speak there.`);
    const { space: _, ...input } = startThreadInput.parse({ space, title, text, tags });
    return startThread(openSpaceToWrite(found.inside), input, key());
  };
  const ask = async (who: string | undefined, words: string, more: Record<string, string> = {}, after?: string) =>
    search(
      await openToSearch(who ? await room.to(who) : await room.asVisitor()),
      readAsked({ q: words, ...more }) satisfies Asked,
      after,
      { gone: "somebody" },
    );
  return { ...room, lampId, begin, ask };
}

export const found = (answer: Answer) => {
  if (answer.state !== "found") throw new Error(`It answered ${answer.state}.`);
  return answer;
};
/** Titles of what was found, best first. */
export const titles = (answer: Answer) => found(answer).hits.map(({ titleText }) => titleText);

/** The job learns how the words are spelled. */
export const learning = () => work(jobs.find((job) => job.kind === "search.learn")!);

export const noCount = () => db().execute(sql`delete from attempts`);
export { key };
