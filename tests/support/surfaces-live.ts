import { type CommunityAccess, openSpace, openSpaceAsMember, openThread, openThreadToWrite } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { postsAfter } from "@/lib/posts/queries";
import { presentIn } from "@/lib/realtime/present";
import { tellTyping } from "@/lib/realtime/typing";
import * as who from "./principals";
import { type Cell, community, type Rows } from "./surfaces-acts";
import { type DoorRows, never } from "./surfaces-doors";

const secret = "a secret of the test";
const thread = (access: CommunityAccess, { w }: Cell) => openThread(access, w.a.talk.members.thread.id);
const inside = async (access: CommunityAccess, slug: string) => {
  const found = await openSpace(access, slug);
  if ("inside" in found) return found.inside;
  throw refuse.notFound();
};

/** What is told while people read: who is here, who writes, and what came. */
export const liveActs: Rows = {
  "posts/queries.postsAfter": {
    ...community(async (access, cell) => postsAfter(await thread(access, cell), 0), { hidden: true }),
    proof: "ThreadAccess",
    who: who.readingMembers,
  },
  "realtime/typing.tellTyping": {
    ...community(async (access, cell) => tellTyping(openThreadToWrite(await thread(access, cell)), secret)),
    proof: "ThreadWriteAccess",
    who: who.takingPart,
  },
  "realtime/present.presentIn": {
    ...community(async (access, { w }) =>
      presentIn(openSpaceAsMember(await inside(access, w.a.rooms.announcements.slug)), [], secret),
    ),
    proof: "MemberSpaceAccess",
    who: who.takingPart,
    signIn: true,
  },
  "realtime/present.presentIn hidden": {
    ...community(
      async (access, { w }) => presentIn(openSpaceAsMember(await inside(access, w.a.rooms.hidden.slug)), [], secret),
      { hidden: true },
    ),
    proof: "MemberSpaceAccess",
    who: who.readingInsiders.filter((one) => who.takingPart.includes(one)),
  },
};

export const liveDoors: DoorRows = {
  "GET /[community]/threads/[thread]/since": {
    path: (w) => `${paths.since(w.a.community, w.a.talk.members.thread.id)}?after=0`,
    never: (w) => `${paths.since(w.a.community, never.id)}?after=0`,
    who: who.readingMembers,
    else: [404],
  },
  "GET /[community]/present": {
    path: (w) => `${paths.present(w.a.community)}?space=${w.a.rooms.hidden.slug}&who=x`,
    never: (w) => `${paths.present(w.a.community)}?space=${never.slug}&who=x`,
    who: who.readingInsiders.filter((one) => who.takingPart.includes(one)),
    else: [401, 403, 404],
  },
  "POST /[community]/do/typing": {
    path: (w) => `/${w.a.community}/do/typing`,
    who: who.takingPart,
    else: [401, 403, 404],
    good: 204,
    raw: (w) => ({ body: new URLSearchParams({ thread: w.a.talk.members.thread.id }) }),
  },
};
