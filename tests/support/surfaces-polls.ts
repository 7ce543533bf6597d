import {
  type CommunityAccess,
  openOwnPoll,
  openPoll,
  openPollToClose,
  openPollToVote,
  openSpace,
  openThread,
} from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { closePoll, correctPoll, reopenPoll, takeBackVote, vote } from "@/lib/polls/commands";
import { pollsOf, pollToCorrect } from "@/lib/polls/queries";
import { makeTag, mergeTag, removeTag, renameTag } from "@/lib/tags/commands";
import { movedTag, tagIn, tagsAtDesk, tagsIn, tagsToSuggest } from "@/lib/tags/queries";
import * as who from "./principals";
import { newKey } from "./principals-make";
import type { PollIds, Talk } from "./principals-talk";
import type { World } from "./principals-world";
import { act, type Cell, desk, membersRoom, type Row, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

type RoomName = "announcements" | "members" | "insiders" | "hidden";

/** The author of what is said among members, and whoever moderates there. */
const closing: who.Who = ["member", "moderator", ...who.leading];

const asked = ({ w }: Cell, room: RoomName = "members", of: keyof Talk["polls"] = "first"): PollIds =>
  w.a.talk[room].polls[of];
const poll = (access: CommunityAccess, cell: Cell, room?: RoomName, of?: keyof Talk["polls"]) =>
  openPoll(access, asked(cell, room, of).id);
const inside = async (access: CommunityAccess, { w }: Cell, room: RoomName) => {
  const found = await openSpace(access, w.a.rooms[room].slug);
  if ("inside" in found) return [found.inside];
  throw refuse.notFound();
};
const opened = (room: RoomName, allowed: who.Who) =>
  act("CommunityAccess", allowed, (access, cell) => poll(access, cell, room), { hidden: true });
const voteIn = (room: RoomName, more: Partial<Row> = {}): Row =>
  act(
    "PollVoteAccess",
    who.takingPart,
    async (access, cell) =>
      vote(openPollToVote(await poll(access, cell, room)), { options: [asked(cell, room).options[0]!] }, cell.more),
    more,
  );
const known = (allowed: who.Who, room: RoomName): Row =>
  act("SpaceAccess", allowed, async (access, cell) => {
    const found = await tagIn(await inside(access, cell, room), cell.w.a.talk[room].tag.slug);
    if (!found) throw refuse.notFound();
  });

/** By the address it had before it was renamed. */
const led = (allowed: who.Who, room: RoomName): Row =>
  act("SpaceAccess", allowed, async (access, cell) => {
    const found = await movedTag(await inside(access, cell, room), cell.w.a.talk[room].tag.before);
    if (!found) throw refuse.notFound();
  });

export const pollActs: Rows = {
  "gate.openPoll open": act("CommunityAccess", who.everyone, (access, cell) => poll(access, cell, "announcements")),
  "gate.openPoll among members": opened("members", who.readingMembers),
  "gate.openPoll among insiders": opened("insiders", who.readingInsiders),
  "gate.openPoll hidden": opened("hidden", who.readingInsiders),
  "gate.openPoll in a post that was removed": act(
    "CommunityAccess",
    who.nobody,
    (access, cell) => poll(access, cell, "members", "removed"),
    { hidden: true },
  ),
  "polls/commands.vote": voteIn("members"),
  "polls/commands.vote that everybody reads": voteIn("announcements", { signIn: true }),
  "polls/commands.takeBackVote": act("PollVoteAccess", who.takingPart, async (access, cell) => {
    const mine = openPollToVote(await poll(access, cell));
    await vote(mine, { options: [asked(cell).options[0]!] }, newKey());
    return takeBackVote(mine, {}, cell.more);
  }),
  "polls/commands.closePoll": act("PollClosingAccess", closing, async (access, cell) =>
    closePoll(openPollToClose(await poll(access, cell)), {}, cell.more),
  ),
  "polls/commands.closePoll that everybody reads": act(
    "PollClosingAccess",
    ["moderator", ...who.leading],
    async (access, cell) => closePoll(openPollToClose(await poll(access, cell, "announcements")), {}, cell.more),
    { signIn: true },
  ),
  "polls/commands.reopenPoll": act("PollClosingAccess", closing, async (access, cell) => {
    const theirs = openPollToClose(await poll(access, cell));
    await closePoll(theirs, {}, newKey());
    return reopenPoll(theirs, {}, cell.more);
  }),
  "polls/commands.correctPoll": act("OwnPollAccess", ["member"], async (access, cell) =>
    correctPoll(openOwnPoll(await poll(access, cell)), { question: "Which one?", options: ["A", "B"] }, cell.more),
  ),
  "polls/queries.pollToCorrect": act("OwnPollAccess", ["member"], async (access, cell) =>
    pollToCorrect(openOwnPoll(await poll(access, cell))),
  ),
  "polls/queries.pollsOf": act(
    "ThreadAccess",
    who.readingMembers,
    async (access, { w }) => pollsOf(await openThread(access, w.a.talk.members.thread.id), 1),
    { hidden: true },
  ),
  "tags/queries.tagsIn": act("SpaceAccess", who.readingMembers, async (access, cell) =>
    tagsIn(await inside(access, cell, "members")),
  ),
  "tags/queries.tagIn": known(who.readingMembers, "members"),
  "tags/queries.tagIn hidden": known(who.readingInsiders, "hidden"),
  "tags/queries.movedTag": led(who.readingMembers, "members"),
  "tags/queries.movedTag hidden": led(who.readingInsiders, "hidden"),
  "tags/queries.tagsToSuggest": act("SpaceAccess", who.readingMembers, async (access, cell) =>
    tagsToSuggest(await inside(access, cell, "members"), true),
  ),
  "tags/queries.tagsAtDesk": desk(tagsAtDesk),
  "tags/commands.makeTag": desk((access, { more }) => makeTag(access, { name: "Offered" }, more)),
  "tags/commands.renameTag": desk((access, { w, more }) =>
    renameTag(access, { tag: w.a.talk.members.tag.id, name: "Another" }, more),
  ),
  "tags/commands.mergeTag": desk((access, { w, more }) =>
    mergeTag(access, { tag: w.a.talk.hidden.tag.id, into: w.a.talk.members.tag.id }, more),
  ),
  "tags/commands.removeTag": desk((access, { w, more }) => removeTag(access, { tag: w.a.talk.members.tag.id }, more)),
  "policy.vote": act("CommunityAccess", who.takingPart, ({ standing }) => {
    if (!may.vote(standing, membersRoom)) throw refuse.forbidden();
  }),
  "policy.closePoll": act("CommunityAccess", closing, ({ standing }, { w }) => {
    if (!may.closePoll(standing, membersRoom, { authorId: w.people.member })) throw refuse.forbidden();
  }),
};

const tagPage = (room: RoomName, allowed: who.Who): DoorRow => ({
  path: (w) => paths.tag(w.a.community, w.a.talk[room].tag.slug),
  never: (w) => paths.tag(w.a.community, never.slug),
  who: allowed,
  else: [404],
});

export const pollPages: DoorRows = {
  "GET /[community]/tags": { path: (w) => paths.tags(w.a.community), who: who.everyone, else: [] },
  "GET /[community]/tags/[tag] open": tagPage("announcements", who.everyone),
  "GET /[community]/tags/[tag] among members": tagPage("members", who.readingMembers),
  "GET /[community]/tags/[tag] among insiders": tagPage("insiders", who.readingInsiders),
  "GET /[community]/tags/[tag] hidden": tagPage("hidden", who.readingInsiders),
  "GET /[community]/manage/tags": { path: (w) => paths.manage(w.a.community, "tags"), who: who.leading, else: [404] },
  "GET /[community]/polls/[poll]": {
    path: (w) => paths.correctPoll(w.a.community, w.a.talk.members.polls.first.id),
    never: (w) => paths.correctPoll(w.a.community, never.id),
    who: ["member"],
    else: [404],
  },
};

const form = (name: string, allowed: who.Who, typed: (w: World) => Record<string, string>): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [403, 404],
  form: typed,
});
const members = (w: World) => w.a.talk.members;

export const pollForms: DoorRows = {
  "POST /[community]/do/vote": form("vote", who.takingPart, (w) => ({
    poll: members(w).polls.first.id,
    options: members(w).polls.first.options[0]!,
  })),
  // Nobody has a vote there to take back: who may is told so, and nothing else happens.
  "POST /[community]/do/take-back-vote": {
    ...form("take-back-vote", who.takingPart, (w) => ({ poll: members(w).polls.first.id })),
    good: 409,
  },
  "POST /[community]/do/close-poll": form("close-poll", closing, (w) => ({ poll: members(w).polls.first.id })),
  "POST /[community]/do/reopen-poll": {
    ...form("reopen-poll", closing, (w) => ({ poll: members(w).polls.first.id })),
    good: 409,
  },
  "POST /[community]/do/correct-poll": form("correct-poll", ["member"], (w) => ({
    poll: members(w).polls.first.id,
    pollQuestion: "Which one?",
    pollOptions: "A\nB",
  })),
  "POST /[community]/do/make-tag": form("make-tag", who.leading, () => ({ name: "Offered" })),
  "POST /[community]/do/rename-tag": form("rename-tag", who.leading, (w) => ({
    tag: members(w).tag.id,
    name: "Another",
  })),
  "POST /[community]/do/merge-tag": form("merge-tag", who.leading, (w) => ({
    tag: w.a.talk.hidden.tag.id,
    into: members(w).tag.id,
  })),
  "POST /[community]/do/remove-tag": form("remove-tag", who.leading, (w) => ({ tag: members(w).tag.id })),
};
