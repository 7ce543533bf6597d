import { openDesk, openPost, openReports, openSpace, openSpaceToWrite } from "@/lib/access/gate";
import { openAppeal, openCommunityModerator, openFlag, openStatement } from "@/lib/access/gate-moderation";
import { flagPost } from "@/lib/moderation/flags/commands";
import { flagInput } from "@/lib/moderation/flags/input";
import { writeNote } from "@/lib/moderation/notes/commands";
import { noteInput } from "@/lib/moderation/notes/input";
import { changeRules } from "@/lib/moderation/rules/commands";
import { rulesAtDesk } from "@/lib/moderation/rules/queries";
import { answerAppeal, appeal, correctPerson } from "@/lib/moderation/statements/commands";
import { answerAppealInput, appealInput, correctInput } from "@/lib/moderation/statements/input";
import { startThread } from "@/lib/threads/commands";
import { startThreadInput } from "@/lib/threads/input";
import { asPerson, newKey } from "./principals-make";
import type { World } from "./principals-world";

/** The first post of each newcomer waits for a moderator, from now on. */
export async function holdFirstPosts({ a, people }: World): Promise<void> {
  const desk = openDesk(await asPerson(people.owner, a.community));
  const { revision } = await rulesAtDesk(desk);
  const none = { heldWords: [], refusedWords: [], newcomerLinks: null, refusedDomains: [], allowedDomains: [] };
  await changeRules(desk, { ...none, spamChecks: false, firstPosts: 1, revision }, newKey());
}

/** All that moderators and whom they moderate say: a flag, a note, a warning, an appeal, its answer, and what waits. */
export async function moderate({ a, people }: World, person: string, text: string, answered: boolean): Promise<void> {
  const as = (who: string) => asPerson(who, a.community);
  const enough = `${text} ${text} too`;
  const post = a.talk.announcements.posts.first;
  const flag = flagInput.safeParse({ post, reason: "other", text: enough });
  if (flag.success) await flagPost(openFlag(await openPost(await as(person), post)), flag.data, newKey());

  const reports = openReports(await as(people.owner));
  const note = noteInput.safeParse({ person, text });
  if (note.success) await writeNote(reports, note.data, newKey());
  const warning = correctInput.safeParse({ person, measure: "warning", reason: text.slice(0, 300) });
  if (warning.success) {
    const { statementId: statement } = await correctPerson(reports, warning.data, newKey());
    const objection = appealInput.safeParse({ statement, text: enough });
    if (objection.success) await appeal(await openStatement(await as(person), statement), objection.data, newKey());
    const answer = answerAppealInput.safeParse({ statement, granted: "no", answer: enough });
    if (objection.success && answer.success && answered) {
      const another = await openCommunityModerator(await as(people.manager));
      await answerAppeal(await openAppeal(another, statement), answer.data, newKey());
    }
  }

  const found = await openSpace(await as(person), a.rooms.members.slug);
  const waits = startThreadInput.safeParse({ space: a.rooms.members.slug, title: text.slice(0, 120), text });
  if ("inside" in found && waits.success) await startThread(openSpaceToWrite(found.inside), waits.data, newKey());
}
