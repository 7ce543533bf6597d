import {
  openDesk,
  openHeld,
  openHeldToDecide,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { refuseHeld } from "@/lib/moderation/held/commands";
import { changeRules } from "@/lib/moderation/rules/commands";
import { writePost } from "@/lib/posts/commands";
import { startThread } from "@/lib/threads/commands";
import { leading, type Who } from "./principals";
import { asPerson, newKey } from "./principals-make";
import type { Talks } from "./principals-talk";

interface Waiting {
  readonly community: string;
  readonly owner: string;
  readonly moderator: string;
  readonly member: string;
  readonly insider: string;
  readonly rooms: Record<"members", { slug: string }>;
  readonly talk: Talks;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

/**
 * Rules that nothing else meets, and what they hold back: a thread among members, an answer among insiders, and one that was
 * refused. @returns the thread
 */
export async function holdSome({ community, rooms, talk, mark, ...people }: Waiting): Promise<string> {
  const { owner, moderator, member, insider } = people;
  const amongMembers: Who = ["member", "moderator", ...leading];
  const amongInsiders: Who = ["insider", "spaceModerator", ...leading];
  const word = mark("held word", amongMembers);
  const inside = mark("held word inside", amongInsiders);
  await changeRules(
    openDesk(await asPerson(owner, community)),
    {
      firstPosts: 0,
      heldWords: [word, inside],
      refusedWords: [mark("refused word", leading)],
      newcomerLinks: null,
      refusedDomains: [`${mark("refused site", leading)}.example`],
      allowedDomains: [`${mark("allowed site", leading)}.example`],
      spamChecks: false,
      revision: 0,
    },
    newKey(),
  );
  const found = await openSpace(await asPerson(member, community), rooms.members.slug);
  if (!("inside" in found)) throw new Error("The members' room is closed to a member.");
  const begun = await startThread(
    openSpaceToWrite(found.inside),
    {
      title: mark("held title", amongMembers),
      text: `${mark("held text", amongMembers)} ${word}`,
      tags: [mark("held tag", amongMembers, [])],
      poll: {
        question: mark("held question", amongMembers),
        options: [mark("held option", amongMembers), "Another"],
        most: 1,
        ballot: "secret",
        results: "always",
      },
    },
    newKey(),
  );
  const answer = async (who: string, room: "members" | "insiders", text: string) => {
    const thread = await openThread(await asPerson(who, community), talk[room].thread.id);
    return (await writePost(openThreadToWrite(thread), { text }, newKey())).held!;
  };
  await answer(insider, "insiders", `${mark("held answer inside", amongInsiders)} ${inside}`);
  const mine: Who = ["member"];
  const refused = await answer(member, "members", `${mark("refused text", mine)} ${word}`);
  const decides = openHeldToDecide(await openHeld(await asPerson(moderator, community), refused));
  await refuseHeld(decides, { reason: mark("why refused", mine) }, newKey());
  return begun.held!;
}
