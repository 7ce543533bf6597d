import {
  type CommunityAccess,
  openAnswer,
  openPost,
  openPostReader,
  openReaction,
  openSpacesAmong,
  openThread,
} from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { acceptAnswer, takeBackAnswer } from "@/lib/answers/commands";
import { dropBookmark, keepPost, noteBookmark } from "@/lib/bookmarks/commands";
import { bookmarkOf, bookmarksOf } from "@/lib/bookmarks/queries";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { react } from "@/lib/reactions/commands";
import { offeredIn, responseOf, responsesOf, whoReacted } from "@/lib/reactions/queries";
import * as who from "./principals";
import type { Talk } from "./principals-talk";
import type { World } from "./principals-world";
import { act, type Cell, community, member, membersRoom, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never, open } from "./surfaces-doors";

/** What readers do with a post: they react, they keep it, they choose the answer. */

const kept = (w: World) => w.a.talk.members.posts.first;
const post = (access: CommunityAccess, { w }: Cell, of: keyof Talk["posts"] = "first") =>
  openPost(access, w.a.talk.members.posts[of]);
const announced = (access: CommunityAccess, { w }: Cell) => openPost(access, w.a.talk.announcements.posts.first);

/** Whoever asked, and who moderates. */
const choosing: who.Who = ["member", "moderator", ...who.leading];
const others = who.without(who.takingPart, "member");

const note = { note: "Another note.", remind: "none", at: "" } as const;

export const responseActs: Rows = {
  "gate.openPostReader": act("PostAccess", who.takingPart, async (a, cell) => openPostReader(await post(a, cell))),
  "gate.openPostReader a removed one": act("PostAccess", who.nobody, async (a, cell) =>
    openPostReader(await post(a, cell, "removed")),
  ),
  "gate.openReaction": act("PostAccess", others, async (a, cell) => openReaction(await post(a, cell)), {
    says: { member: "reactions.own" },
  }),
  "gate.openReaction to a removed one": act("PostAccess", who.nobody, async (a, cell) =>
    openReaction(await post(a, cell, "removed")),
  ),
  "gate.openAnswer": act("PostAccess", choosing, async (a, cell) => openAnswer(await post(a, cell, "answer"))),
  "gate.openAnswer of the question itself": act("PostAccess", who.nobody, async (a, cell) =>
    openAnswer(await post(a, cell)),
  ),
  "gate.openAnswer where nothing is asked": act(
    "PostAccess",
    who.nobody,
    async (a, cell) => openAnswer(await announced(a, cell)),
    { signIn: true },
  ),
  "gate.openSpacesAmong": act(
    "CommunityAccess",
    who.readingMembers,
    async (access, { w }) => {
      if ((await openSpacesAmong(access, [w.a.rooms.members.id])).length === 0) throw refuse.notFound();
    },
    { hidden: true },
  ),
  "policy.react": act("CommunityAccess", others, ({ standing }, { w }) => {
    if (!may.react(standing, membersRoom, { authorId: w.people.member })) throw refuse.forbidden();
  }),
  "policy.chooseAnswer": act("CommunityAccess", choosing, ({ standing }, { w }) => {
    if (!may.chooseAnswer(standing, membersRoom, { authorId: w.people.member })) throw refuse.forbidden();
  }),
  "reactions/commands.react": act("ReactionAccess", others, async (access, cell) =>
    react(openReaction(await post(access, cell)), { kind: "wow" }, cell.more),
  ),
  "reactions/commands.react that everybody reads": act(
    "ReactionAccess",
    who.without(who.takingPart, "manager"),
    async (access, cell) => react(openReaction(await announced(access, cell)), { kind: "wow" }, cell.more),
    { signIn: true },
  ),
  "reactions/queries.responsesOf": act(
    "ThreadAccess",
    who.readingMembers,
    async (access, { w }) => responsesOf(await openThread(access, w.a.talk.members.thread.id), 1),
    { hidden: true },
  ),
  "reactions/queries.offeredIn": community((access) => offeredIn(access)),
  "reactions/queries.responseOf": act(
    "PostAccess",
    who.readingMembers,
    async (access, cell) => responseOf(await post(access, cell)),
    { hidden: true },
  ),
  "reactions/queries.whoReacted": act(
    "PostAccess",
    who.readingMembers,
    async (access, cell) => whoReacted(await post(access, cell)),
    { hidden: true },
  ),
  "answers/commands.acceptAnswer": act("AnswerAccess", choosing, async (access, cell) =>
    acceptAnswer(openAnswer(await post(access, cell, "answer")), {}, cell.more),
  ),
  "answers/commands.takeBackAnswer": act("AnswerAccess", choosing, async (access, cell) =>
    takeBackAnswer(openAnswer(await post(access, cell, "answer")), {}, cell.more),
  ),
  "bookmarks/commands.keepPost": act("PostReaderAccess", who.takingPart, async (access, cell) =>
    keepPost(openPostReader(await post(access, cell)), {}, cell.more),
  ),
  "bookmarks/commands.dropBookmark": member((access, { w, more }) => dropBookmark(access, { post: kept(w) }, more)),
  // Nobody notes anything on what somebody else keeps.
  "bookmarks/commands.noteBookmark": member(
    (access, { w, more }) => noteBookmark(access, { post: kept(w), ...note }, more),
    { who: ["member"] },
  ),
  "bookmarks/queries.bookmarksOf": member((access) => bookmarksOf(access, false)),
  "bookmarks/queries.bookmarkOf": member(
    async (access, { w }) => {
      if (!(await bookmarkOf(access, kept(w)))) throw refuse.notFound();
    },
    { who: ["member"] },
  ),
};

export const responsePages: DoorRows = {
  "GET /[community]/posts/[post]/reactions": {
    path: (w) => paths.post(w.a.community, kept(w), "reactions"),
    never: (w) => paths.post(w.a.community, never.id, "reactions"),
    who: who.readingMembers,
    else: [404],
  },
  "GET /[community]/bookmarks": open((w) => paths.bookmarks(w.a.community)),
  "GET /[community]/bookmarks/[post]": {
    path: (w) => paths.bookmark(w.a.community, kept(w)),
    never: (w) => paths.bookmark(w.a.community, never.id),
    who: ["member"],
    else: [404],
  },
};

type Typed = (w: World) => Record<string, string>;
const form = (name: string, allowed: who.Who, otherwise: number[], typed: Typed): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: otherwise,
  form: typed,
});

export const responseForms: DoorRows = {
  "POST /[community]/do/react": form("react", others, [403, 404], (w) => ({ post: kept(w), kind: "wow" })),
  "POST /[community]/do/keep-post": form("keep-post", who.takingPart, [403, 404], (w) => ({ post: kept(w) })),
  "POST /[community]/do/drop-bookmark": form("drop-bookmark", who.takingPart, [401, 403], (w) => ({ post: kept(w) })),
  "POST /[community]/do/note-bookmark": form("note-bookmark", ["member"], [401, 403, 404], (w) => ({
    post: kept(w),
    ...note,
  })),
  "POST /[community]/do/accept-answer": form("accept-answer", choosing, [403, 404], (w) => ({
    post: w.a.talk.members.posts.answer,
  })),
  "POST /[community]/do/take-back-answer": form("take-back-answer", choosing, [403, 404], (w) => ({
    post: w.a.talk.members.posts.answer,
  })),
};
