import { type CommunityAccess, type CommunityModeratorAccess, openPost } from "@/lib/access/gate";
import {
  openAppeal,
  openCommunityModerator,
  openConcerned,
  openFlag,
  openLog,
  openModerator,
  openPostToModerate,
  openStatement,
} from "@/lib/access/gate-moderation";
import { may } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import { moderationCounts } from "@/lib/moderation/counts";
import { decideFlags, flagPost } from "@/lib/moderation/flags/commands";
import { authorFacts, flaggedPosts, flagsOf, myFlags } from "@/lib/moderation/flags/queries";
import { lookAtHistory } from "@/lib/moderation/history";
import { moderationLog } from "@/lib/moderation/log/queries";
import { writeNote } from "@/lib/moderation/notes/commands";
import { answerAppeal, appeal, correctPerson, liftSilence } from "@/lib/moderation/statements/commands";
import { appealsAnswered, appealsWaiting, myStatements, statementOf } from "@/lib/moderation/statements/queries";
import { paths } from "@/lib/paths";
import { postsAround } from "@/lib/posts/queries";
import * as who from "./principals";
import type { World } from "./principals-world";
import { act, type Cell, community, membersRoom, type Rows, type Run, reports } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

const reason = "A reason to read.";
const objection = "That was somebody else.";
const moderating: who.Who = ["moderator", ...who.leading];
/** The rooms of moderation open for these, each with what they look after. */
const somewhere: who.Who = [...moderating, "spaceModerator"];
const logging = who.without(somewhere, "unverifiedManager");
/** Whoever reads the post and takes part, but its author. */
const flagging = who.without(who.takingPart, "member");

const hidden = (proof: string, allowed: who.Who, run: Run) => act(proof, allowed, run, { hidden: true });
const whole = (run: (access: CommunityModeratorAccess, cell: Cell) => unknown) =>
  hidden("CommunityModeratorAccess", who.reporting, async (access, cell) =>
    run(await openCommunityModerator(access), cell),
  );
const post = (access: CommunityAccess, { w }: Cell) => openPost(access, w.a.talk.members.posts.first);
const moderated = async (access: CommunityAccess, cell: Cell) => openPostToModerate(await post(access, cell));
const concerned = (access: CommunityAccess, { w }: Cell) => openStatement(access, w.a.moderated.warning);
const them = (w: World, role: "member" | "manager" = "member") => ({ personId: w.target, owner: false, role });
const says = (allowed: who.Who, sentence: (access: CommunityAccess, cell: Cell) => boolean) =>
  act("CommunityAccess", allowed, (access, cell) => {
    if (!sentence(access, cell)) throw refuse.forbidden();
  });

export const moderationActs: Rows = {
  "policy.flag": says(flagging, ({ standing }, { w }) =>
    may.flag(standing, membersRoom, { authorId: w.people.member }),
  ),
  "policy.moderateSomewhere": says(somewhere, ({ standing }) => may.moderateSomewhere(standing)),
  "policy.correctPerson": says(moderating, ({ standing }, { w }) => may.correctPerson(standing, them(w))),
  "policy.correctPerson a manager": says(who.owning, ({ standing }, { w }) =>
    may.correctPerson(standing, them(w, "manager")),
  ),
  "gate-moderation.openModerator": hidden("CommunityAccess", somewhere, openModerator),
  "gate-moderation.openFlag": act("PostAccess", flagging, async (access, cell) => openFlag(await post(access, cell))),
  "gate-moderation.openPostToModerate": hidden("PostAccess", moderating, moderated),
  "gate-moderation.openConcerned": act("CommunityAccess", who.signedIn, openConcerned, { signIn: true }),
  "gate-moderation.openStatement": act("CommunityAccess", ["member"], concerned, { signIn: true }),
  "gate-moderation.openCommunityModerator": hidden("CommunityAccess", who.reporting, openCommunityModerator),
  "gate-moderation.openAppeal": whole((access, { w }) => openAppeal(access, w.a.moderated.appealed)),
  "gate-moderation.openAppeal that nobody made": {
    ...whole((access, { w }) => openAppeal(access, w.a.moderated.warning)),
    who: who.nobody,
  },
  "moderation/counts.moderationCounts": hidden("ModeratorAccess", somewhere, async (access) =>
    moderationCounts(await openModerator(access)),
  ),
  "moderation/flags/commands.flagPost": act("FlagAccess", who.without(flagging, "insider"), async (access, cell) =>
    flagPost(openFlag(await post(access, cell)), { reason: "spam", text: "" }, cell.more),
  ),
  "moderation/flags/commands.decideFlags": hidden("PostModerationAccess", moderating, async (access, cell) =>
    decideFlags(await moderated(access, cell), { decision: "kept", measure: "none", days: 7, reason: "" }, cell.more),
  ),
  "moderation/flags/commands.decideFlags and suspends": hidden(
    "PostModerationAccess",
    moderating,
    async (access, cell) =>
      decideFlags(
        await moderated(access, cell),
        { decision: "hidden", measure: "warning", days: 7, reason },
        cell.more,
      ),
  ),
  "moderation/flags/queries.flaggedPosts": hidden("ModeratorAccess", somewhere, async (access) =>
    flaggedPosts(await openModerator(access)),
  ),
  "moderation/flags/queries.flagsOf": hidden("PostModerationAccess", moderating, async (access, cell) =>
    flagsOf(await moderated(access, cell)),
  ),
  "moderation/flags/queries.authorFacts": hidden("PostModerationAccess", moderating, async (access, cell) =>
    authorFacts(await moderated(access, cell)),
  ),
  "moderation/flags/queries.myFlags": community((access) => myFlags(access, [])),
  "moderation/history.lookAtHistory": whole((access, { w }) => lookAtHistory(access, w.target)),
  "moderation/notes/commands.writeNote": reports((access, { w, more }) =>
    writeNote(access, { person: w.target, text: "Seen." }, more),
  ),
  "moderation/statements/commands.correctPerson": reports((access, { w, more }) =>
    correctPerson(access, { person: w.target, measure: "silence", days: 1, reason }, more),
  ),
  "moderation/statements/commands.correctPerson a manager": reports(
    (access, { w, more }) =>
      correctPerson(access, { person: w.people.unverifiedManager, measure: "warning", days: 1, reason }, more),
    { who: who.owning, hidden: false },
  ),
  "moderation/statements/commands.liftSilence": reports((access, { w, more }) =>
    liftSilence(access, { person: w.target, statement: w.a.moderated.silence }, more),
  ),
  "moderation/statements/commands.appeal": act(
    "StatementAccess",
    ["member"],
    async (access, cell) => appeal(await concerned(access, cell), { text: objection }, cell.more),
    { signIn: true },
  ),
  // Who decided it is not the one who answers.
  "moderation/statements/commands.answerAppeal": act(
    "AppealAccess",
    who.leading,
    async (access, { w, more }) =>
      answerAppeal(
        await openAppeal(await openCommunityModerator(access), w.a.moderated.appealed),
        { granted: false, answer: "It stands as it is." },
        more,
      ),
    { says: { moderator: "moderation.ownDecision" } },
  ),
  "moderation/statements/queries.myStatements": act(
    "ConcernedAccess",
    who.signedIn,
    (access) => myStatements(openConcerned(access)),
    { signIn: true },
  ),
  "moderation/statements/queries.statementOf": act(
    "StatementAccess",
    ["member"],
    async (access, cell) => statementOf(await concerned(access, cell)),
    { signIn: true },
  ),
  "moderation/statements/queries.appealsWaiting": whole((access) => appealsWaiting(access)),
  "moderation/statements/queries.appealsAnswered": whole((access) => appealsAnswered(access)),
  // Shut for members by default.
  "gate-moderation.openLog": act("CommunityAccess", logging, openLog),
  "moderation/log/queries.moderationLog": act("LogAccess", logging, async (access) =>
    moderationLog(await openLog(access)),
  ),
  "posts/queries.postsAround": hidden("PostAccess", who.readingMembers, async (access, cell) =>
    postsAround(await post(access, cell)),
  ),
};

const page = (path: (w: World) => string, allowed: who.Who, more: Partial<DoorRow> = {}): DoorRow => ({
  path,
  who: allowed,
  else: [404],
  ...more,
});

export const moderationPages: DoorRows = {
  "GET /[community]/posts/[post]/flag": page(
    (w) => paths.post(w.a.community, w.a.talk.members.posts.first, "flag"),
    flagging,
    { never: (w) => paths.post(w.a.community, never.id, "flag"), else: [403, 404] },
  ),
  "GET /[community]/moderation": page((w) => paths.moderation(w.a.community), somewhere),
  "GET /[community]/moderation/appeals": page((w) => paths.moderation(w.a.community, "appeals"), who.reporting),
  "GET /[community]/moderation/appeals answered": page(
    (w) => `${paths.moderation(w.a.community, "appeals")}?show=answered`,
    who.reporting,
  ),
  "GET /[community]/moderation/posts/[post]": page(
    (w) => paths.flagged(w.a.community, w.a.talk.members.posts.first),
    moderating,
    { never: (w) => paths.flagged(w.a.community, never.id) },
  ),
  "GET /[community]/moderation/people/[person]": page((w) => paths.history(w.a.community, w.target), who.reporting, {
    never: (w) => paths.history(w.a.community, never.id),
  }),
  "GET /[community]/log": page((w) => paths.log(w.a.community), logging, {
    else: [403, 404],
  }),
  "GET /[community]/statements": page((w) => paths.statements(w.a.community), who.signedIn, { else: [307] }),
  "GET /[community]/statements/[statement]": page(
    (w) => paths.statement(w.a.community, w.a.moderated.warning),
    ["member"],
    { never: (w) => paths.statement(w.a.community, never.id), else: [307, 404] },
  ),
};

const form = (
  name: string,
  allowed: who.Who,
  typed: (w: World) => Record<string, string>,
  more: readonly number[] = [],
): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [401, 403, 404, ...more],
  form: typed,
});

export const moderationForms: DoorRows = {
  "POST /[community]/do/flag-post": form(
    "flag-post",
    who.without(flagging, "insider"),
    (w) => ({
      post: w.a.talk.members.posts.first,
      reason: "spam",
      text: "",
    }),
    [409],
  ),
  "POST /[community]/do/decide-flags": form("decide-flags", moderating, (w) => ({
    post: w.a.talk.members.posts.first,
    decision: "hidden",
    measure: "warning",
    days: "7",
    reason,
  })),
  "POST /[community]/do/correct-person": form("correct-person", who.reporting, (w) => ({
    person: w.target,
    measure: "warning",
    days: "7",
    reason,
  })),
  "POST /[community]/do/lift-silence": form("lift-silence", who.reporting, (w) => ({
    person: w.target,
    statement: w.a.moderated.silence,
  })),
  "POST /[community]/do/appeal": form("appeal", ["member"], (w) => ({
    statement: w.a.moderated.warning,
    text: objection,
  })),
  "POST /[community]/do/answer-appeal": {
    ...form("answer-appeal", who.leading, (w) => ({
      statement: w.a.moderated.appealed,
      granted: "no",
      answer: "It stands as it is.",
    })),
  },
  "POST /[community]/do/write-note": form("write-note", who.reporting, (w) => ({ person: w.target, text: "Seen." })),
};
