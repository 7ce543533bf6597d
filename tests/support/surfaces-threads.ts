import { randomUUID } from "node:crypto";
import {
  type CommunityAccess,
  openOwnPost,
  openPost,
  openPostRemoval,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadReader,
  openThreadToRename,
  openThreadToWrite,
} from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { editPost, removePost, restorePost, writePost } from "@/lib/posts/commands";
import { writeHistory } from "@/lib/posts/history";
import { postsOf, versionsOf, wordsToEdit } from "@/lib/posts/queries";
import { readUpTo, renameThread, startThread } from "@/lib/threads/commands";
import { nameOf, threadsIn, threadsOf } from "@/lib/threads/queries";
import * as who from "./principals";
import type { Talk } from "./principals-talk";
import type { World } from "./principals-world";
import { act, type Cell, desk, membersRoom, type Row, type Rows, type Run } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

type RoomName = "announcements" | "members" | "insiders" | "hidden";
const reason = "A reason to read.";

/** The author of what is said among members, and whoever moderates there. */
const removing: who.Who = ["member", "moderator", ...who.leading];
const moderating: who.Who = ["moderator", ...who.leading];
/** Writes in the members' room: everybody who takes part. */
const writing = who.takingPart;

const thread = (access: CommunityAccess, { w }: Cell, room: RoomName = "members") =>
  openThread(access, w.a.talk[room].thread.id);
const post = (access: CommunityAccess, { w }: Cell, of: keyof Talk["posts"] = "first") =>
  openPost(access, w.a.talk.members.posts[of]);
const inside = async (access: CommunityAccess, { w }: Cell, room: RoomName = "members") => {
  const found = await openSpace(access, w.a.rooms[room].slug);
  if ("inside" in found) return found.inside;
  throw refuse.notFound();
};

const read = (proof: string, run: Run): Row => act(proof, who.readingMembers, run, { hidden: true });

const announced = (access: CommunityAccess, { w }: Cell) => openPost(access, w.a.talk.announcements.posts.first);
/** A visitor who reads it is asked to sign in, not told that it is not there. */
const openly = (proof: string, run: Run, allowed = moderating): Row => act(proof, allowed, run, { signIn: true });

export const threadActs: Rows = {
  "gate.openThread among members": read("CommunityAccess", thread),
  "gate.openThread among insiders": act(
    "CommunityAccess",
    who.readingInsiders,
    (access, cell) => thread(access, cell, "insiders"),
    { hidden: true },
  ),
  "gate.openThread hidden": act(
    "CommunityAccess",
    who.readingInsiders,
    (access, cell) => thread(access, cell, "hidden"),
    { hidden: true },
  ),
  "gate.openThread open": act("CommunityAccess", who.everyone, (access, cell) => thread(access, cell, "announcements")),
  "gate.openThread without a post in view": act(
    "CommunityAccess",
    removing,
    (access, { w }) => openThread(access, w.a.talk.members.emptied),
    { hidden: true },
  ),
  "gate.openPost": read("CommunityAccess", post),
  "gate.openPost its author removed": act("CommunityAccess", ["insider"], (a, cell) => post(a, cell, "takenBack"), {
    hidden: true,
  }),
  "gate.openPost a moderator removed": act("CommunityAccess", removing, (a, cell) => post(a, cell, "removed"), {
    hidden: true,
  }),
  "posts/history.writeHistory": desk(async (access, cell) => {
    const { space } = await inside(access, cell);
    const by = { authorId: access.personId, at: "2026-01-05T10:00:00Z" };
    const thread = { id: randomUUID(), spaceId: space.id, title: "From long ago", ...by };
    const post = { id: randomUUID(), threadId: thread.id, text: "Hello.", ...by };
    return writeHistory(access, { threads: [thread], posts: [post] }, cell.more);
  }),
  "threads/commands.startThread": act("SpaceWriteAccess", writing, async (access, cell) =>
    startThread(openSpaceToWrite(await inside(access, cell)), { title: "A new thread", text: "Hello." }, cell.more),
  ),
  "threads/commands.startThread where only the desk writes": act(
    "SpaceWriteAccess",
    who.leadingVerified,
    async (access, cell) =>
      startThread(
        openSpaceToWrite(await inside(access, cell, "announcements")),
        { title: "A new thread", text: "Hello." },
        cell.more,
      ),
    { signIn: true },
  ),
  "threads/commands.renameThread": act("ThreadRenameAccess", removing, async (access, cell) =>
    renameThread(openThreadToRename(await thread(access, cell)), { title: "Another title" }, cell.more),
  ),
  "threads/commands.readUpTo": act("ThreadReaderAccess", writing, async (access, cell) =>
    readUpTo(openThreadReader(await thread(access, cell)), { position: 1 }, cell.more),
  ),
  "threads/commands.readUpTo that everybody reads": openly(
    "ThreadReaderAccess",
    async (access, cell) =>
      readUpTo(openThreadReader(await thread(access, cell, "announcements")), { position: 1 }, cell.more),
    who.takingPart,
  ),
  "threads/queries.threadsOf": act("SpaceAccess", who.readingMembers, async (access, cell) =>
    threadsOf(await inside(access, cell)),
  ),
  "threads/queries.threadsIn": act("SpaceAccess", who.readingMembers, async (access, cell) =>
    threadsIn([await inside(access, cell)]),
  ),
  "threads/queries.nameOf": read("ThreadAccess", async (access, cell) => nameOf(await thread(access, cell))),
  "posts/commands.writePost": act("ThreadWriteAccess", writing, async (access, cell) =>
    writePost(openThreadToWrite(await thread(access, cell)), { text: "An answer." }, cell.more),
  ),
  "posts/commands.editPost": act("OwnPostAccess", ["member"], async (access, cell) =>
    editPost(openOwnPost(await post(access, cell)), { text: "Another wording.", version: 1 }, cell.more),
  ),
  "posts/commands.removePost": act("PostRemovalAccess", removing, async (access, cell) =>
    removePost(openPostRemoval(await post(access, cell)), { why: reason }, cell.more),
  ),
  "posts/commands.restorePost": act("PostRemovalAccess", moderating, async (access, cell) =>
    restorePost(openPostRemoval(await post(access, cell, "removed")), {}, cell.more),
  ),
  "posts/commands.restorePost what one took back oneself": act("PostRemovalAccess", ["insider"], async (a, cell) =>
    restorePost(openPostRemoval(await post(a, cell, "takenBack")), {}, cell.more),
  ),
  "posts/queries.postsOf": read("ThreadAccess", async (access, cell) => postsOf(await thread(access, cell), 1)),
  "posts/queries.wordsToEdit": act("OwnPostAccess", ["member"], async (access, cell) =>
    wordsToEdit(openOwnPost(await post(access, cell))),
  ),
  "posts/queries.versionsOf": read("PostAccess", async (access, cell) => versionsOf(await post(access, cell))),
  "threads/commands.renameThread that everybody reads": openly("ThreadRenameAccess", async (access, cell) =>
    renameThread(
      openThreadToRename(await thread(access, cell, "announcements")),
      { title: "Another title" },
      cell.more,
    ),
  ),
  "posts/commands.editPost that everybody reads": {
    ...openly("OwnPostAccess", async (access, cell) =>
      editPost(openOwnPost(await announced(access, cell)), { text: "Another wording.", version: 1 }, cell.more),
    ),
    who: ["manager"],
  },
  "posts/commands.removePost that everybody reads": openly("PostRemovalAccess", async (access, cell) =>
    removePost(openPostRemoval(await announced(access, cell)), { why: reason }, cell.more),
  ),
  "policy.editPost": act("CommunityAccess", ["member"], ({ standing }, { w }) => {
    if (!may.editPost(standing, membersRoom, { authorId: w.people.member })) throw refuse.forbidden();
  }),
  "policy.removePost": act("CommunityAccess", removing, ({ standing }, { w }) => {
    if (!may.removePost(standing, membersRoom, { authorId: w.people.member })) throw refuse.forbidden();
  }),
  "policy.moderate": act("CommunityAccess", moderating, ({ standing }) => {
    if (!may.moderate(standing, membersRoom)) throw refuse.forbidden();
  }),
  "policy.moderate one's own room": act(
    "CommunityAccess",
    ["spaceModerator", ...who.leading],
    ({ standing }, { w }) => {
      const room = {
        ...membersRoom,
        id: w.a.rooms.insiders.id,
        readAudience: "badges",
        readBadges: [w.a.badge],
      } as const;
      if (!may.moderate(standing, room)) throw refuse.forbidden();
    },
  ),
};

const threadPage = (room: RoomName, allowed: who.Who): DoorRow => ({
  path: (w) => paths.thread(w.a.community, w.a.talk[room].thread),
  never: (w) => paths.thread(w.a.community, { ...w.a.talk[room].thread, id: never.id }),
  who: allowed,
  else: [404],
});
const postPage = (part: "edit" | "remove" | "history", allowed: who.Who, more: Partial<DoorRow> = {}): DoorRow => ({
  path: (w) => paths.post(w.a.community, w.a.talk.members.posts.first, part),
  never: (w) => paths.post(w.a.community, never.id, part),
  who: allowed,
  else: [404],
  ...more,
});
/** Whoever reads the thread and is not signed in could be told to; among members nobody is. */
const inRoom = (path: (w: World) => string, allowed: who.Who): DoorRow => ({ path, who: allowed, else: [404] });

export const threadPages: DoorRows = {
  "GET /[community]/t/[thread]/[[...title]] open": threadPage("announcements", who.everyone),
  "GET /[community]/t/[thread]/[[...title]] among members": threadPage("members", who.readingMembers),
  "GET /[community]/t/[thread]/[[...title]] among insiders": threadPage("insiders", who.readingInsiders),
  "GET /[community]/t/[thread]/[[...title]] hidden": threadPage("hidden", who.readingInsiders),
  "GET /[community]/spaces/[space]/new": inRoom(
    (w) => `/${w.a.community}/spaces/${w.a.rooms.members.slug}/new`,
    writing,
  ),
  "GET /[community]/threads/[thread]/title": {
    path: (w) => paths.renameThread(w.a.community, w.a.talk.members.thread.id),
    never: (w) => paths.renameThread(w.a.community, never.id),
    who: removing,
    else: [404],
  },
  "GET /[community]/posts/[post]": {
    path: (w) => paths.post(w.a.community, w.a.talk.members.posts.first),
    never: (w) => paths.post(w.a.community, never.id),
    who: who.readingMembers,
    else: [404],
    good: 307,
  },
  "GET /[community]/posts/[post]/edit": postPage("edit", ["member"]),
  "GET /[community]/posts/[post]/remove": postPage("remove", removing),
  "GET /[community]/posts/[post]/history": postPage("history", who.readingMembers),
};

const form = (name: string, allowed: who.Who, typed: (w: World) => Record<string, string>): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [403, 404],
  form: typed,
});

export const threadForms: DoorRows = {
  "POST /[community]/do/start-thread": form("start-thread", writing, (w) => ({
    space: w.a.rooms.members.slug,
    title: "A new thread",
    text: "Hello.",
  })),
  "POST /[community]/do/rename-thread": form("rename-thread", removing, (w) => ({
    thread: w.a.talk.members.thread.id,
    title: "Another title",
  })),
  "POST /[community]/do/write-post": form("write-post", writing, (w) => ({
    thread: w.a.talk.members.thread.id,
    text: "An answer.",
  })),
  "POST /[community]/do/read-up-to": form("read-up-to", writing, (w) => ({
    thread: w.a.talk.members.thread.id,
    position: "1",
  })),
  "POST /[community]/do/edit-post": form("edit-post", ["member"], (w) => ({
    post: w.a.talk.members.posts.first,
    text: "Another wording.",
    version: "1",
  })),
  "POST /[community]/do/remove-post": form("remove-post", removing, (w) => ({
    post: w.a.talk.members.posts.first,
    why: reason,
  })),
  "POST /[community]/do/restore-post": form("restore-post", moderating, (w) => ({
    post: w.a.talk.members.posts.removed,
  })),
};
