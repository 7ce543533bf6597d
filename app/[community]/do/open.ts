import {
  openCommunity,
  openDesk,
  openGuest,
  openHeld,
  openHeldToDecide,
  openInside,
  openMember,
  openMemberInside,
  openNewcomer,
  openOwnMembership,
  openOwnPost,
  openPoll,
  openPost,
  openReports,
  openSpace,
  openSpaceAsMember,
  openSpaceById,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { openLexicon, openLexiconInside, openTerm } from "@/lib/access/gate-lexicon";
import type { Viewer } from "@/lib/access/viewer";
import type { Params } from "@/lib/action";
import { refuse } from "@/lib/errors";

/** How a form of a community turns who sends it into a proof: the community of the address, then their place in it. */
export const inCommunity = (viewer: Viewer, { community }: Params) => openCommunity(viewer, community ?? "");
export const asMember = async (viewer: Viewer, params: Params) => openMember(await inCommunity(viewer, params));
export const asNewcomer = async (viewer: Viewer, params: Params) => openNewcomer(await inCommunity(viewer, params));
export const asGuest = async (viewer: Viewer, params: Params) => openGuest(await inCommunity(viewer, params));
export const asOneself = async (viewer: Viewer, params: Params) => openOwnMembership(await inCommunity(viewer, params));
export const atDesk = async (viewer: Viewer, params: Params) => openDesk(await inCommunity(viewer, params));
export const atReports = async (viewer: Viewer, params: Params) => openReports(await inCommunity(viewer, params));

/** What a member reads: one space, or all of them. */
export const asReader = async (viewer: Viewer, params: Params, { space }: { space?: string }) =>
  openMemberInside(await openInside(await inCommunity(viewer, params), space));

/** In a space that they read: elsewhere there is nothing to follow. */
export const inSpace = async (viewer: Viewer, params: Params, { space }: { space: string }) => {
  const found = await openSpace(await inCommunity(viewer, params), space);
  if ("outside" in found) throw refuse.notFound();
  return openSpaceAsMember(found.inside);
};

export const slugOf = ({ community }: Params) => community ?? "";

/** What is spoken of in the form itself, and found through the viewer: the space, the thread, the post. */
export const toStart = async (viewer: Viewer, params: Params, { space }: { space: string }) => {
  const found = await openSpace(await inCommunity(viewer, params), space);
  if ("outside" in found) throw refuse.forbidden("spaces.mayNotWrite");
  return openSpaceToWrite(found.inside);
};
export const atThread = async (viewer: Viewer, params: Params, { thread }: { thread: string }) =>
  openThread(await inCommunity(viewer, params), thread);
export const atPost = async (viewer: Viewer, params: Params, { post }: { post: string }) =>
  openPost(await inCommunity(viewer, params), post);
export const atPoll = async (viewer: Viewer, params: Params, { poll }: { poll: string }) =>
  openPoll(await inCommunity(viewer, params), poll);

export const atTerm = async (viewer: Viewer, params: Params, { term }: { term: string }) =>
  openTerm(await openLexiconInside(openLexicon(await inCommunity(viewer, params))), term);

export const atHeld = async (viewer: Viewer, params: Params, { held }: { held: string }) =>
  openHeldToDecide(await openHeld(await inCommunity(viewer, params), held));

/** Where a draft belongs: there one must be able to send it. */
export const atDraft = async (
  viewer: Viewer,
  params: Params,
  { kind, place }: { kind: "answer" | "thread" | "edit"; place: string },
) => {
  const community = await inCommunity(viewer, params);
  if (kind === "answer") return openThreadToWrite(await openThread(community, place));
  if (kind === "edit") return openOwnPost(await openPost(community, place));
  return openSpaceToWrite(await openSpaceById(viewer, community.community.id, place));
};
