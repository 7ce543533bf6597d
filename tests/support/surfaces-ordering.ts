import {
  type CommunityAccess,
  openOwnPost,
  openPost,
  openSpaces,
  openThread,
  openThreadToManage,
  openThreadToMerge,
  openThreadToMove,
  openThreadToRename,
  openThreadToWrite,
} from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { editPost, writePost } from "@/lib/posts/commands";
import { renameThread } from "@/lib/threads/commands";
import { lockThread, moveThread, pinThread, unlockThread, unpinThread } from "@/lib/threads/ordering/commands";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { marksOf, pinsOf, postsToChoose, threadsToMergeInto } from "@/lib/threads/ordering/queries";
import { splitThread } from "@/lib/threads/ordering/split";
import * as who from "./principals";
import { ordering } from "./principals-ordering";
import type { World } from "./principals-world";
import { act, type Cell, type Rows, type Run } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

/** For who does not moderate there it does not exist. */
const orders = (run: Run, allowed: who.Who = ordering, proof = "ThreadManageAccess") =>
  act(proof, allowed, run, { hidden: true });

const talked = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.talk.members.thread.id);
const locked = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.ordered.locked.id);
const parted = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.ordered.parted.id);
const manage = async (...asked: Parameters<Run>) => openThreadToManage(await talked(...asked));
const insiders = async (access: CommunityAccess, { w }: Cell) =>
  openThreadToManage(await openThread(access, w.a.talk.insiders.thread.id));
/** Moderates among insiders as well as among members. */
const everywhere = who.leading;

export const orderingActs: Rows = {
  "threads/ordering/commands.lockThread": orders(async (...asked) =>
    lockThread(await manage(...asked), { why: "A reason." }, asked[1].more),
  ),
  "threads/ordering/commands.unlockThread": orders(async (...asked) =>
    unlockThread(openThreadToManage(await locked(...asked)), {}, asked[1].more),
  ),
  "threads/ordering/commands.pinThread": orders(async (...asked) =>
    pinThread(await manage(...asked), { place: "front", days: 1 }, asked[1].more),
  ),
  "threads/ordering/commands.unpinThread": orders(async (...asked) =>
    unpinThread(await manage(...asked), { place: "space" }, asked[1].more),
  ),
  "threads/ordering/commands.moveThread": orders(
    async (access, cell) =>
      moveThread(
        await openThreadToMove(await manage(access, cell), cell.w.a.rooms.announcements.slug),
        { sure: "yes" },
        cell.more,
      ),
    ordering,
    "ThreadMoveAccess",
  ),
  "threads/ordering/commands.moveThread where one does not moderate": orders(
    async (access, cell) =>
      moveThread(
        await openThreadToMove(await insiders(access, cell), cell.w.a.rooms.members.slug),
        { sure: "yes" },
        cell.more,
      ),
    everywhere,
    "ThreadMoveAccess",
  ),
  "threads/ordering/commands.moveThread to where one does not read": orders(
    async (access, cell) =>
      moveThread(
        await openThreadToMove(await manage(access, cell), cell.w.a.rooms.insiders.slug),
        { sure: "yes" },
        cell.more,
      ),
    everywhere,
    "ThreadMoveAccess",
  ),
  "threads/ordering/commands.moveThread to where it stands": act("ThreadMoveAccess", who.nobody, async (access, cell) =>
    moveThread(await openThreadToMove(await manage(access, cell), cell.w.a.rooms.members.slug), {}, cell.more),
  ),
  "threads/ordering/merge.mergeThread with itself": act("ThreadMergeAccess", who.nobody, async (access, cell) =>
    mergeThread(await openThreadToMerge(await manage(access, cell), cell.w.a.talk.members.thread.id), {}, cell.more),
  ),
  "threads/ordering/merge.mergeThread": orders(
    async (access, cell) =>
      mergeThread(
        await openThreadToMerge(await manage(access, cell), cell.w.a.ordered.parted.id),
        { sure: "yes" },
        cell.more,
      ),
    ordering,
    "ThreadMergeAccess",
  ),
  "threads/ordering/merge.mergeThread where one does not moderate": orders(
    async (access, cell) =>
      mergeThread(
        await openThreadToMerge(await insiders(access, cell), cell.w.a.ordered.parted.id),
        { sure: "yes" },
        cell.more,
      ),
    everywhere,
    "ThreadMergeAccess",
  ),
  "threads/ordering/split.splitThread": orders(async (access, cell) => {
    const { posts } = cell.w.a.talk.members;
    return splitThread(await manage(access, cell), { title: "A new thread", posts: [posts.first] }, cell.more);
  }),
  "threads/ordering/queries.marksOf": act(
    "ThreadAccess",
    who.readingMembers,
    async (...asked) => marksOf(await parted(...asked)),
    { hidden: true },
  ),
  "threads/ordering/queries.pinsOf": orders(async (...asked) => pinsOf(await manage(...asked))),
  "threads/ordering/queries.postsToChoose": orders(async (...asked) => postsToChoose(await manage(...asked), 1)),
  "threads/ordering/queries.threadsToMergeInto": orders(async (...asked) => {
    const inside = (await openSpaces(asked[0])).flatMap((found) => ("inside" in found ? [found.inside] : []));
    return threadsToMergeInto(await manage(...asked), inside);
  }),
  // The command asks once more under its lock, and an edit knows its version: the doors are tried by themselves.
  "gate.openThreadToWrite of a locked one": act(
    "ThreadAccess",
    who.without(ordering, "unverifiedManager"),
    async (...asked) => openThreadToWrite(await locked(...asked)),
  ),
  "gate.openOwnPost in a locked thread": act(
    "PostAccess",
    who.nobody,
    async (access, { w }) => openOwnPost(await openPost(access, w.a.ordered.locked.post)),
    { says: { member: "ordering.locked" } },
  ),
  "posts/commands.writePost in a locked thread": act(
    "ThreadWriteAccess",
    who.without(ordering, "unverifiedManager"),
    async (access, cell) => writePost(openThreadToWrite(await locked(access, cell)), { text: "Still." }, cell.more),
  ),
  "posts/commands.editPost in a locked thread": act("OwnPostAccess", who.nobody, async (access, cell) =>
    editPost(
      openOwnPost(await openPost(access, cell.w.a.ordered.locked.post)),
      { text: "Still.", version: 0 },
      cell.more,
    ),
  ),
  "threads/commands.renameThread that is locked": act("ThreadRenameAccess", ordering, async (access, cell) =>
    renameThread(openThreadToRename(await locked(access, cell)), { title: "Still" }, cell.more),
  ),
  "policy.writeInThread": act("CommunityAccess", who.without(ordering, "unverifiedManager"), ({ standing }) => {
    const room = { id: "", readAudience: "members", writeAudience: "members", door: "listed", needs: "any" } as const;
    if (!may.writeInThread(standing, { ...room, readBadges: [], writeBadges: [] }, { locked: {} }))
      throw refuse.forbidden();
  }),
};

const page = (
  part: "manage" | "move" | "merge" | "split",
  about?: (w: World) => string,
  allowed = ordering,
): DoorRow => ({
  path: (w) => paths.orderThread(w.a.community, w.a.talk.members.thread.id, part, about?.(w)),
  never: (w) => paths.orderThread(w.a.community, never.id, part, about?.(w)),
  who: allowed,
  else: [404],
});

export const orderingPages: DoorRows = {
  "GET /[community]/threads/[thread]/manage": page("manage"),
  "GET /[community]/threads/[thread]/move": page("move"),
  "GET /[community]/threads/[thread]/move to where one does not read": page(
    "move",
    (w) => w.a.rooms.insiders.slug,
    everywhere,
  ),
  "GET /[community]/threads/[thread]/merge": page("merge"),
  "GET /[community]/threads/[thread]/merge with what one does not read": page(
    "merge",
    (w) => w.a.talk.insiders.thread.id,
    everywhere,
  ),
  "GET /[community]/threads/[thread]/split": page("split"),
  "GET /[community]/t/[thread]/[[...title]] whose posts went to insiders": {
    path: (w) => paths.thread(w.a.community, w.a.ordered.parted),
    never: (w) => paths.thread(w.a.community, { ...w.a.ordered.parted, id: never.id }),
    who: who.readingMembers,
    else: [404],
  },
  "GET /[community]/t/[thread]/[[...title]] locked": {
    path: (w) => paths.thread(w.a.community, w.a.ordered.locked),
    never: (w) => paths.thread(w.a.community, { ...w.a.ordered.locked, id: never.id }),
    who: who.readingMembers,
    else: [404],
  },
};

const form = (name: string, typed: (w: World) => Record<string, string>): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: ordering,
  else: [403, 404],
  form: (w) => ({ thread: w.a.talk.members.thread.id, ...typed(w) }),
});

export const orderingForms: DoorRows = {
  "POST /[community]/do/lock-thread": form("lock-thread", () => ({ why: "A reason." })),
  "POST /[community]/do/unlock-thread": form("unlock-thread", (w) => ({ thread: w.a.ordered.locked.id })),
  "POST /[community]/do/pin-thread": form("pin-thread", () => ({ place: "front", days: "3" })),
  "POST /[community]/do/unpin-thread": form("unpin-thread", () => ({ place: "space" })),
  "POST /[community]/do/move-thread": form("move-thread", (w) => ({ to: w.a.rooms.announcements.slug, sure: "yes" })),
  "POST /[community]/do/merge-thread": form("merge-thread", (w) => ({ into: w.a.ordered.parted.id, sure: "yes" })),
  "POST /[community]/do/split-thread": form("split-thread", (w) => ({
    title: "A new thread",
    posts: w.a.talk.members.posts.first,
  })),
};
