import { openPost, openReports } from "@/lib/access/gate";
import { openAppeal, openCommunityModerator, openFlag, openStatement } from "@/lib/access/gate-moderation";
import { flagPost } from "@/lib/moderation/flags/commands";
import { writeNote } from "@/lib/moderation/notes/commands";
import { answerAppeal, appeal, correctPerson } from "@/lib/moderation/statements/commands";
import { reporting, type Who } from "./principals";
import { asPerson, newKey } from "./principals-make";
import type { Talks } from "./principals-talk";

/** What moderators look after among members. */
export interface Moderated {
  /** Of the member: a warning that they have not objected to. */
  readonly warning: string;
  /** Of the member: another, which they objected to. */
  readonly appealed: string;
  /** Of the target: a silence. */
  readonly silence: string;
}

interface Moderating {
  readonly community: string;
  readonly talk: Talks;
  readonly moderator: string;
  readonly manager: string;
  readonly member: string;
  readonly insider: string;
  readonly target: string;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

export async function moderate(side: Moderating): Promise<Moderated> {
  const { community, talk, moderator, manager, member, insider, target, mark } = side;
  const as = (personId: string) => asPerson(personId, community);
  const desk = async (personId: string) => openReports(await as(personId));
  const told = [...reporting, "member"] as Who;

  const flagged = openFlag(await openPost(await as(insider), talk.members.posts.first));
  await flagPost(flagged, { reason: "other", text: mark("a flag", [...reporting, "insider"]) }, newKey());

  const warn = async (person: string, reason: string) =>
    (await correctPerson(await desk(moderator), { person, measure: "warning", days: 1, reason }, newKey())).statementId;
  const warning = await warn(member, mark("a warning", told));
  const appealed = await warn(member, mark("an appealed warning", told));
  await appeal(await openStatement(await as(member), appealed), { text: mark("an appeal", told) }, newKey());

  const toInsider = [...reporting, "insider"] as Who;
  const undone = await warn(insider, mark("an undone warning", toInsider));
  const objected = mark("an answered appeal", toInsider);
  await appeal(await openStatement(await as(insider), undone), { text: objected }, newKey());
  await answerAppeal(
    await openAppeal(await openCommunityModerator(await as(manager)), undone),
    { granted: true, answer: mark("an answer to an appeal", toInsider) },
    newKey(),
  );

  // Nobody but moderators meets it on a page; the person finds it in what they download.
  await writeNote(await desk(moderator), { person: member, text: mark("a note", told, reporting) }, newKey());
  const { statementId: silence } = await correctPerson(
    await desk(moderator),
    { person: target, measure: "silence", days: 7, reason: mark("a silence", reporting) },
    newKey(),
  );
  return { warning, appealed, silence };
}
