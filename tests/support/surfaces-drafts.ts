import {
  type CommunityAccess,
  openDraft,
  openMember,
  openOwnDrafts,
  openOwnPost,
  openPost,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { discardDraft, saveDraft } from "@/lib/drafts/commands";
import { draftOf, myDrafts } from "@/lib/drafts/queries";
import { refuse } from "@/lib/errors";
import { previewOf } from "@/lib/posts/queries";
import { en } from "@/lib/text/en";
import { similarThreads } from "@/lib/threads/similar";
import * as who from "./principals";
import type { World } from "./principals-world";
import { act, type Cell, member, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

const writing = who.takingPart;

const inside = async (access: CommunityAccess, { w }: Cell) => {
  const found = await openSpace(access, w.a.rooms.members.slug);
  if ("inside" in found) return found.inside;
  throw refuse.notFound();
};
const answer = async (access: CommunityAccess, { w }: Cell) =>
  openDraft(openThreadToWrite(await openThread(access, w.a.talk.members.thread.id)));
const thread = async (access: CommunityAccess, cell: Cell) => openDraft(openSpaceToWrite(await inside(access, cell)));
const edit = async (access: CommunityAccess, { w }: Cell) =>
  openDraft(openOwnPost(await openPost(access, w.a.talk.members.posts.first)));

/** The member has begun in all three places: for them it is the second saving, for others the first. */
const begun = ({ who: one }: Cell) => ({ text: "Begun.", title: "", answers: "", revision: one === "member" ? 1 : 0 });

export const draftActs: Rows = {
  "drafts/commands.saveDraft": act("DraftAccess", writing, async (access, cell) =>
    saveDraft(await answer(access, cell), begun(cell), cell.more),
  ),
  "drafts/commands.saveDraft of a thread": act("DraftAccess", writing, async (access, cell) =>
    saveDraft(await thread(access, cell), begun(cell), cell.more),
  ),
  "drafts/commands.saveDraft of an edit": act("DraftAccess", ["member"], async (access, cell) =>
    saveDraft(await edit(access, cell), begun(cell), cell.more),
  ),
  "drafts/commands.discardDraft": act(
    "OwnDraftsAccess",
    who.signedIn,
    (access, { w, more }) =>
      discardDraft(openOwnDrafts(access), { kind: "answer", place: w.a.talk.members.thread.id }, more),
    { signIn: true },
  ),
  "drafts/queries.draftOf": act("DraftAccess", writing, async (access, cell) => draftOf(await answer(access, cell))),
  // Whoever leads the community finds there what they began themselves, and nothing of the member's.
  "drafts/queries.draftOf somebody else": act("DraftAccess", who.without(writing, "member"), async (access, cell) => {
    if (await draftOf(await answer(access, cell))) throw refuse.forbidden();
  }),
  "drafts/queries.myDrafts": act(
    "OwnDraftsAccess",
    who.signedIn,
    async (access, { who: one }) => {
      const { rows } = await myDrafts(openOwnDrafts(access), []);
      if (rows.length !== (one === "member" ? 3 : 0)) throw refuse.forbidden();
    },
    { signIn: true },
  ),
  "posts/queries.previewOf": member((access) =>
    previewOf(openMember(access), { text: "**Bold**" }, { ...en.references, gone: "" }),
  ),
  "threads/similar.similarThreads": act("SpaceAccess", who.readingMembers, async (access, cell) =>
    similarThreads([await inside(access, cell)], "Some title"),
  ),
};

const draft = (w: World, of = w.a.talk.members.thread.id) => `/${w.a.community}/do/draft?kind=answer&place=${of}`;

export const draftPages: DoorRows = {
  "GET /[community]/drafts": { path: (w) => `/${w.a.community}/drafts`, who: who.signedIn, else: [307] },
  "GET /[community]/do/draft": { path: draft, never: (w) => draft(w, never.id), who: writing, else: [401, 403, 404] },
  "GET /[community]/do/similar-threads": {
    path: (w) => `/${w.a.community}/do/similar-threads?title=cnry%20thread%20title`,
    who: writing,
    else: [401, 403],
  },
};

const form = (name: string, allowed: who.Who, refused: number[], typed: DoorRow["form"]): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: refused,
  form: typed,
});

export const draftForms: DoorRows = {
  "POST /[community]/do/save-draft": form("save-draft", writing, [403, 404], (w, one) => ({
    kind: "answer",
    place: w.a.talk.members.thread.id,
    text: "Begun.",
    revision: one === "member" ? "1" : "0",
  })),
  "POST /[community]/do/discard-draft": form("discard-draft", who.signedIn, [401], (w) => ({
    kind: "answer",
    place: w.a.talk.members.thread.id,
  })),
  "POST /[community]/do/preview/[act]": form("preview/write-post", writing, [401, 403], () => ({ text: "**Bold**" })),
};
