import { openPost, openSpace, openSpaceToWrite, openThread } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { mentionable } from "@/lib/references/mentionable";
import {
  allTyped,
  quoteOf,
  readableQuotes,
  referredIn,
  referredTo,
  spokenTo,
  typedAgain,
} from "@/lib/references/queries";
import * as who from "./principals";
import { type Cell, community, type Row, type Rows } from "./surfaces-acts";
import type { DoorRows } from "./surfaces-doors";

const words = { quote: "Quote" };
type Access = Parameters<Parameters<typeof community>[0]>[0];

const read = (proof: string, run: (access: Access, cell: Cell) => unknown): Row => ({
  ...community(run),
  proof,
  who: who.readingMembers,
  hidden: true,
});
const first = (access: Access, { w }: Cell) => openPost(access, w.a.talk.members.posts.first);

/** Suggests insiders to insiders: who may not write there hears of nobody. */
const speaking = (room: "members" | "insiders", allowed: who.Who): Row => ({
  ...community(async (access, { w }) => {
    const found = await openSpace(access, w.a.rooms[room].slug);
    if (!("inside" in found)) throw refuse.notFound();
    return mentionable(openSpaceToWrite(found.inside), "a");
  }),
  proof: "SpaceWriteAccess",
  who: allowed,
});

export const referenceActs: Rows = {
  "references/mentionable.mentionable": speaking("members", who.takingPart),
  "references/queries.readableQuotes": {
    ...community(async (access, { w }) => {
      const { insiders } = w.a.talk;
      if (!(await readableQuotes(access, [insiders.posts.first])).has(insiders.posts.first)) throw refuse.notFound();
    }),
    proof: "CommunityAccess",
    who: who.readingInsiders,
    hidden: true,
  },
  "references/queries.referredTo": read("ThreadAccess", async (access, { w }) =>
    referredTo(await openThread(access, w.a.talk.members.thread.id), [w.a.talk.members.posts.first]),
  ),
  "references/queries.referredIn": read("ThreadAccess", async (access, { w }) =>
    referredIn(await openThread(access, w.a.talk.members.thread.id), [
      { id: w.a.talk.members.posts.first, html: '<span data-mention=""></span>' },
    ]),
  ),
  "references/queries.spokenTo": read("PostAccess", async (access, cell) => spokenTo(await first(access, cell))),
  "references/queries.typedAgain": read("PostAccess", async (access, cell) =>
    typedAgain(await first(access, cell), "@{x}", words),
  ),
  "references/queries.allTyped": read("PostAccess", async (access, cell) =>
    allTyped(await first(access, cell), ["@{x}"], words),
  ),
  "references/queries.quoteOf": read("PostAccess", async (access, cell) => quoteOf(await first(access, cell), words)),
};

export const referenceDoors: DoorRows = {
  "GET /[community]/speak-to": {
    path: (w) => `${paths.speakTo(w.a.community, w.a.rooms.members.slug)}&q=a`,
    who: who.takingPart,
    else: [401, 403, 404],
  },
};
