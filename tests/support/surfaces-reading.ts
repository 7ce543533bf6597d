import {
  type CommunityAccess,
  insideOf,
  openInside,
  openMember,
  openMemberInside,
  openPost,
  openSpace,
  openThread,
  openThreadReader,
} from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { placesNamed } from "@/lib/jump/queries";
import { answerSuggestions, suggest } from "@/lib/jump/suggest";
import { paths } from "@/lib/paths";
import { answersTo, positionOn, postAlone } from "@/lib/posts/queries";
import { wordsFor } from "@/lib/text";
import { keepUnreadFrom, markAllRead } from "@/lib/threads/commands";
import { threadsIn } from "@/lib/threads/queries";
import { noteVisit } from "@/lib/visits/commands";
import { newsSince } from "@/lib/visits/queries";
import * as who from "./principals";
import { act, type Cell, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

const until = () => ({ until: new Date().toISOString() });
const announcements = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.talk.announcements.thread.id);

export const readingActs: Rows = {
  "gate.openInside one room": act(
    "CommunityAccess",
    who.readingInsiders,
    (access, { w }) => openInside(access, w.a.rooms.hidden.slug),
    { hidden: true },
  ),
  "gate.openInside with a door": act("CommunityAccess", who.readingInsiders, (access, { w }) =>
    openInside(access, w.a.rooms.insiders.slug),
  ),
  "gate.openInside all": act("CommunityAccess", who.readingInsiders, async (access, { w }) => {
    const { inside } = await openInside(access);
    if (!inside.some(({ id }) => id === w.a.rooms.hidden.id)) throw refuse.notFound();
  }),
  "gate.openMemberInside": act(
    "InsideAccess",
    who.takingPart,
    async (access) => openMemberInside(await openInside(access)),
    { signIn: true },
  ),
  "gate.insideOf": act("CommunityAccess", who.readingMembers, async (access, { w }) => {
    const found = await openSpace(access, w.a.rooms.members.slug);
    if (!("inside" in found) || insideOf(access, [found.inside]).inside.length !== 1) throw refuse.notFound();
  }),
  "visits/commands.noteVisit": act("MemberAccess", who.takingPart, (access) => noteVisit(openMember(access)), {
    signIn: true,
  }),
  "visits/queries.newsSince": act(
    "MemberInsideAccess",
    who.takingPart,
    async (access) => newsSince(openMemberInside(await openInside(access)), new Date(0).toISOString()),
    { signIn: true },
  ),
  "jump/queries.placesNamed": act("InsideAccess", who.everyone, async (access) =>
    placesNamed(await openInside(access), "a"),
  ),
  "jump/queries.placesNamed what is said among insiders": act(
    "InsideAccess",
    who.readingInsiders,
    async (access, { w }) => {
      const { title } = w.a.talk.insiders.thread;
      if (!(await placesNamed(await openInside(access), title)).some((one) => one.title === title))
        throw refuse.notFound();
    },
  ),
  "jump/queries.placesNamed a person": act("InsideAccess", who.takingPart, async (access, { w }) => {
    const found = await placesNamed(await openInside(access), "target");
    if (!found.some(({ id }) => id === w.target)) throw refuse.notFound();
  }),
  "jump/suggest.suggest": act("InsideAccess", who.everyone, async (access) =>
    suggest(await openInside(access), wordsFor("en"), ""),
  ),
  "jump/suggest.answerSuggestions": act("InsideAccess", who.everyone, async (access) =>
    answerSuggestions(await openInside(access), wordsFor("en"), new Request("http://localhost/?q=a")),
  ),
  "threads/commands.keepUnreadFrom": act(
    "ThreadReaderAccess",
    who.takingPart,
    async (access, cell) =>
      keepUnreadFrom(openThreadReader(await announcements(access, cell)), { position: 1 }, cell.more),
    { signIn: true },
  ),
  "threads/commands.markAllRead": act(
    "MemberInsideAccess",
    who.takingPart,
    async (access, { more }) => markAllRead(openMemberInside(await openInside(access)), until(), more),
    { signIn: true },
  ),
  "posts/queries.postAlone": act(
    "PostAccess",
    who.readingMembers,
    async (access, { w }) => postAlone(await openPost(access, w.a.talk.members.posts.first)),
    { hidden: true },
  ),
  "posts/queries.positionOn": act(
    "ThreadAccess",
    who.readingMembers,
    async (access, { w }) => positionOn(await openThread(access, w.a.talk.members.thread.id), new Date(0)),
    { hidden: true },
  ),
  "posts/queries.answersTo": act(
    "PostAccess",
    who.readingMembers,
    async (access, { w }) => answersTo(await openPost(access, w.a.talk.members.posts.first)),
    { hidden: true },
  ),
  "threads/queries.threadsIn what is unread": act("SpaceAccess", who.readingMembers, async (access, { w }) => {
    const found = await openSpace(access, w.a.rooms.members.slug);
    if (!("inside" in found)) throw refuse.notFound();
    return threadsIn([found.inside], undefined, 5, { unread: true });
  }),
};

const form = (name: string, allowed: who.Who, typed: DoorRow["form"]): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [401, 403, 404],
  form: typed,
});

export const readingForms: DoorRows = {
  "POST /[community]/do/keep-unread": form("keep-unread", who.takingPart, (w) => ({
    thread: w.a.talk.members.thread.id,
    space: w.a.rooms.members.slug,
    position: "1",
  })),
  "POST /[community]/do/mark-all-read": form("mark-all-read", who.takingPart, until),
  "POST /[community]/do/mark-all-read in one room": form(
    "mark-all-read",
    who.without(who.readingInsiders, "unverifiedManager"),
    (w) => ({ ...until(), space: w.a.rooms.hidden.slug }),
  ),
};

const besidePost = (part: "in-place" | "answers"): DoorRow => ({
  path: (w) => paths.post(w.a.community, w.a.talk.members.posts.first, part),
  never: (w) => paths.post(w.a.community, never.id, part),
  who: who.readingMembers,
  else: [404],
});

/** Whoever asks sees what they may read: the canaries hold that, with titles that begin alike. */
const jumping = (path: string): DoorRow => ({ path: (w) => `/${w.a.community}${path}`, who: who.everyone, else: [] });

export const readingPages: DoorRows = {
  "GET /[community]/jump": jumping("/jump"),
  "GET /[community]/jump of marked words": jumping("/jump?q=cnry"),
  "GET /[community]/jump/suggestions": jumping("/jump/suggestions"),
  "GET /[community]/jump/suggestions of marked words": jumping("/jump/suggestions?q=cnry"),
  "GET /[community]/keys": jumping("/keys"),
  "GET /[community]/posts/[post]/in-place": besidePost("in-place"),
  "GET /[community]/posts/[post]/answers": besidePost("answers"),
  "GET /[community]/posts/[post]/in-place what a moderator removed": {
    ...besidePost("in-place"),
    path: (w) => paths.post(w.a.community, w.a.talk.members.posts.removed, "in-place"),
    who: ["member", "moderator", ...who.leading],
  },
};
