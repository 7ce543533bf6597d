import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refuse } from "@/lib/errors";
import { communityRow, heldRow, postRow, spacesWhere, threadRow } from "./find";
import { mint } from "./mint";
import { may } from "./policy";
import type {
  AnswerAccess,
  BrandAccess,
  CommunityAccess,
  DeskAccess,
  DoorAccess,
  DraftAccess,
  GuestAccess,
  HeldAccess,
  HeldDecisionAccess,
  InsideAccess,
  MemberAccess,
  MemberInsideAccess,
  MemberSpaceAccess,
  NewcomerAccess,
  OwnDraftsAccess,
  OwnHeldAccess,
  OwnMembershipAccess,
  OwnPollAccess,
  OwnPostAccess,
  PersonAccess,
  PollAccess,
  PollClosingAccess,
  PollVoteAccess,
  PostAccess,
  PostReaderAccess,
  PostRemovalAccess,
  ReactionAccess,
  ReportsAccess,
  Space,
  SpaceAccess,
  SpaceWriteAccess,
  SystemAccess,
  ThreadAccess,
  ThreadManageAccess,
  ThreadMergeAccess,
  ThreadMoveAccess,
  ThreadReaderAccess,
  ThreadRenameAccess,
  ThreadWriteAccess,
  VisitorAccess,
} from "./proofs";
import { asCommunity, asPost, asThread, idOrNone, type ThreadRow } from "./rows";
import type { Viewer } from "./viewer";

export type * from "./proofs";

// Things are found *through* the viewer. This file and its sisters alone mint proofs of access.

export const openVisitor = (viewer: Viewer): VisitorAccess => mint({ viewer });

export function openPerson(viewer: Viewer): PersonAccess {
  if (!viewer.personId) throw refuse.signIn();
  return mint({ viewer, personId: viewer.personId });
}

function signedIn({ standing: { personId } }: CommunityAccess): string {
  if (!personId) throw refuse.signIn();
  return personId;
}

/** For acts that change how one signs in: asks for the password or a code again after a quarter of an hour. */
export function openProvenPerson(viewer: Viewer): PersonAccess {
  const access = openPerson(viewer);
  if (!viewer.proven) throw refuse.forbidden("accounts.proveAgain");
  return access;
}

export const openSystem = (viewer: Viewer, reason: string): SystemAccess => mint({ viewer, reason });

/** One query: the community and where this viewer stands towards it. */
async function findCommunity(viewer: Viewer, where: ReturnType<typeof sql>): Promise<CommunityAccess> {
  const row = await communityRow(viewer.personId, where);
  if (!row) throw refuse.notFound();
  return mint({ viewer, ...asCommunity(viewer, row) });
}

export const openCommunity = (viewer: Viewer, slug: string) => findCommunity(viewer, sql`c.slug = ${slug}`);
export const openCommunityById = (viewer: Viewer, id: string) => findCommunity(viewer, sql`c.id = ${id}`);

export function openMember(access: CommunityAccess): MemberAccess {
  const { personId, verified, suspended, role, owner } = access.standing;
  if (!personId) throw refuse.signIn();
  if (role === "none" && !owner) throw refuse.forbidden("communities.membersOnly");
  if (suspended) throw refuse.forbidden("communities.suspended");
  if (!verified) throw refuse.forbidden("accounts.verifyFirst");
  return mint({ ...access, personId });
}

export function openGuest(access: CommunityAccess): GuestAccess {
  const { personId, suspended } = access.standing;
  if (!personId) throw refuse.signIn();
  if (suspended) throw refuse.forbidden("communities.suspended");
  return mint({ ...access, personId, guest: true as const });
}

export function openNewcomer(access: CommunityAccess): NewcomerAccess {
  const guest = openGuest(access);
  if (!access.standing.verified) throw refuse.forbidden("accounts.verifyFirst");
  if (!may.join(access.standing)) throw refuse.conflict("members.alreadyMember");
  return mint({ ...guest, newcomer: true as const });
}

export function openOwnMembership(access: CommunityAccess): OwnMembershipAccess {
  const personId = signedIn(access);
  if (!may.leave(access.standing)) throw refuse.forbidden("communities.membersOnly");
  return mint({ ...access, personId, own: true as const });
}

/** Does not exist for who may not answer. */
export function openReports(access: CommunityAccess): ReportsAccess {
  const { personId } = access.standing;
  if (!personId || !may.answerReports(access.standing)) throw refuse.notFound();
  return mint({ ...access, personId, reports: true as const });
}

/** The manager's desk does not exist for others. */
export function openDesk(access: CommunityAccess): DeskAccess {
  const { personId } = access.standing;
  if (!personId || !may.openDesk(access.standing)) throw refuse.notFound();
  return mint({ ...access, personId, desk: true as const });
}

/** A space to read, or its door where it is listed; a hidden one is not there. The same query whatever the answer. */
export async function openSpace(
  access: CommunityAccess,
  slug: string,
): Promise<{ inside: SpaceAccess } | { outside: DoorAccess }> {
  const [space] = await spacesWhere(access.community.id, sql`s.slug = ${slug}`);
  return throughDoor(access, space);
}

function throughDoor(
  access: CommunityAccess,
  space: Space | undefined,
): { inside: SpaceAccess } | { outside: DoorAccess } {
  if (!space || !may.seeDoor(access.standing, space)) throw refuse.notFound();
  if (may.readSpace(access.standing, space)) return { inside: mint({ ...access, space }) };
  return { outside: mint({ ...access, door: space }) };
}

/** For addresses with no space in them: what cannot be read is not there. */
export async function openSpaceById(viewer: Viewer, communityId: string, spaceId: string): Promise<SpaceAccess> {
  const access = await openCommunityById(viewer, communityId);
  const [space] = await spacesWhere(communityId, sql`s.id = ${spaceId}`);
  const found = throughDoor(access, space);
  if (!("inside" in found)) throw refuse.notFound();
  return found.inside;
}

/** Those of these spaces that this viewer may read, closed ones too: for a list whose rows come from many. */
export async function openSpacesAmong(access: CommunityAccess, ids: readonly string[]): Promise<SpaceAccess[]> {
  const among = await spacesWhere(access.community.id, sql`s.id = any(${sql.param([...ids])}::uuid[])`);
  const inside = among.filter((space) => may.readSpace(access.standing, space));
  return inside.map((space) => mint<SpaceAccess>({ ...access, space }));
}

/** Every space this viewer may read, and the listed doors of the others, in the community's order. @param closed those that are closed too */
export async function openSpaces(
  access: CommunityAccess,
  closed = false,
): Promise<({ inside: SpaceAccess } | { outside: DoorAccess })[]> {
  const all = await spacesWhere(
    access.community.id,
    sql`(s.closed_at is null or ${closed}) order by s.position, s.id limit 200`,
  );
  return all.filter((space) => may.seeDoor(access.standing, space)).map((space) => throughDoor(access, space));
}

/** Every open space this viewer may read; with a slug that one alone, which has to be there for them. */
export async function openInside(access: CommunityAccess, slug?: string): Promise<InsideAccess> {
  const found = slug === undefined ? await openSpaces(access) : [await openSpace(access, slug)];
  const inside = found.flatMap((one) => ("inside" in one ? one.inside.space : []));
  if (slug !== undefined && inside.length === 0) throw refuse.notFound();
  return mint({ ...access, inside });
}

/** The same of spaces that were opened one by one. */
export const insideOf = (access: CommunityAccess, spaces: readonly SpaceAccess[]): InsideAccess =>
  mint({ ...access, inside: spaces.flatMap((one) => (one.community.id === access.community.id ? one.space : [])) });

export const openMemberInside = (access: InsideAccess): MemberInsideAccess =>
  mint({ ...access, personId: openMember(access).personId, member: true as const });

export const openSpaceAsMember = (access: SpaceAccess): MemberSpaceAccess =>
  mint({ ...access, personId: openMember(access).personId, amongMembers: true as const });

export function openSpaceToWrite(access: SpaceAccess): SpaceWriteAccess {
  const personId = signedIn(access);
  if (access.space.closed || !may.writeInSpace(access.standing, access.space))
    throw refuse.forbidden("spaces.mayNotWrite");
  return mint({ ...access, personId, write: true as const });
}

/**
 * A thread to read. Its address has no space in it: what may not be read and what is not there are one answer, after one
 * query. A thread without a post in view is there for its author and its moderators only. One that was merged is the
 * thread its posts went to, and opens only with that.
 */
export async function openThread(access: CommunityAccess, id: string): Promise<ThreadAccess> {
  return readThread(access, await threadRow(access, id));
}

function readThread(access: CommunityAccess, row: ThreadRow | undefined): ThreadAccess {
  if (!row) throw refuse.notFound();
  const { thread, space } = asThread(row);
  const found = throughDoor(access, space);
  if (!("inside" in found)) throw refuse.notFound();
  const { standing } = access;
  if (thread.posts === 0 && standing.personId !== thread.authorId && !may.moderate(standing, found.inside.space))
    throw refuse.notFound();
  return mint({ ...found.inside, thread });
}

export function openThreadToWrite(access: ThreadAccess): ThreadWriteAccess {
  const { personId } = openSpaceToWrite(access);
  if (!may.writeInThread(access.standing, access.space, access.thread)) throw refuse.forbidden("ordering.locked");
  return mint({ ...access, personId, write: true as const });
}

/** Managing does not exist for who does not moderate there. */
export function openThreadToManage(access: ThreadAccess): ThreadManageAccess {
  const { personId } = access.standing;
  if (!personId || !may.moderate(access.standing, access.space)) throw refuse.notFound();
  return mint({ ...access, personId, manages: true as const });
}

/** Where to: a space of theirs that is open, and another than now. */
export async function openThreadToMove(access: ThreadManageAccess, slug: string): Promise<ThreadMoveAccess> {
  const found = await openSpace(access, slug);
  if (!("inside" in found)) throw refuse.notFound();
  const to = found.inside.space;
  if (!may.moderate(access.standing, to)) throw refuse.notFound();
  if (to.closed || to.id === access.space.id) throw refuse.conflict("ordering.notThere");
  return mint({ ...access, to });
}

export async function openThreadToMerge(access: ThreadManageAccess, id: string): Promise<ThreadMergeAccess> {
  const { thread, space } = openThreadToManage(await openThread(access, id));
  if (thread.id === access.thread.id) throw refuse.conflict("ordering.sameThread");
  return mint({ ...access, into: { thread, space } });
}

export function openThreadReader(access: ThreadAccess): ThreadReaderAccess {
  const { personId } = openMember(access);
  return mint({ ...access, personId, reader: true as const });
}

export function openThreadToRename(access: ThreadAccess): ThreadRenameAccess {
  const { standing, space, thread } = access;
  const personId = signedIn(access);
  const writes = !space.closed && may.writeInThread(standing, space, thread);
  const allowed = (writes && may.editPost(standing, space, thread)) || may.moderate(standing, space);
  if (!allowed) throw refuse.forbidden("threads.notYours");
  return mint({ ...access, personId, rename: true as const });
}

/** A post by its own id: there for who may read its thread; taken out of view, for its author or who moderates. */
export async function openPost(access: CommunityAccess, id: string): Promise<PostAccess> {
  const row = await postRow(access, id);
  if (!row) throw refuse.notFound();
  const { post, thread } = asPost(row);
  const found = readThread(access, thread);
  const mine = access.standing.personId === post.authorId;
  if (post.removed && !mine && !(post.removed === "by moderator" && may.moderate(access.standing, found.space)))
    throw refuse.notFound();
  return mint({ ...found, post });
}

export function openOwnPost(access: PostAccess): OwnPostAccess {
  const personId = signedIn(access);
  if (access.post.removed || access.space.closed || !may.editPost(access.standing, access.space, access.post))
    throw refuse.forbidden("threads.notYours");
  if (!may.writeInThread(access.standing, access.space, access.thread)) throw refuse.forbidden("ordering.locked");
  return mint({ ...access, personId, own: true as const });
}

/** Whoever may send something may keep it until then. */
export function openDraft(access: ThreadWriteAccess | SpaceWriteAccess | OwnPostAccess): DraftAccess {
  const { viewer, community, standing, visit, spaceLevels, personId } = access;
  const draft =
    "post" in access
      ? ({ kind: "edit", place: access.post.id } as const)
      : "thread" in access
        ? ({ kind: "answer", place: access.thread.id } as const)
        : ({ kind: "thread", place: access.space.id } as const);
  return mint({ viewer, community, standing, visit, spaceLevels, personId, draft });
}

export const openOwnDrafts = (access: CommunityAccess): OwnDraftsAccess =>
  mint({ ...access, personId: signedIn(access), drafts: true as const });

export const openOwnHeld = (access: CommunityAccess): OwnHeldAccess =>
  mint({ ...access, personId: signedIn(access), ownHeld: true as const });

/** What waits, by its own id: there for its author and for who moderates where it would stand. */
export async function openHeld(access: CommunityAccess, id: string): Promise<HeldAccess> {
  const found = await heldRow(access, id);
  const mine = found?.held.authorId === access.standing.personId;
  if (!found || !(mine || may.moderate(access.standing, found.where))) throw refuse.notFound();
  return mint({ ...access, ...found });
}

/** Deciding does not exist for who does not moderate there. */
export function openHeldToDecide(access: HeldAccess): HeldDecisionAccess {
  const { personId } = access.standing;
  if (!personId || !may.moderate(access.standing, access.where)) throw refuse.notFound();
  return mint({ ...access, personId, decides: true as const });
}

/** To remove or to restore. What a moderator took out, its author does not put back. */
export function openPostRemoval(access: PostAccess): PostRemovalAccess {
  const personId = signedIn(access);
  const { standing, space, post } = access;
  const allowed =
    post.removed === "by moderator" ? may.moderate(standing, space) : may.removePost(standing, space, post);
  if (!allowed) throw refuse.forbidden("threads.notYours");
  return mint({ ...access, personId, removal: true as const });
}

/** A poll by its own id: there with its post, as long as that is in view for everybody. The same two queries whatever is there. */
export async function openPoll(access: CommunityAccess, id: string): Promise<PollAccess> {
  const { rows } = await db().execute<{ id: string; postId: string; most: number }>(sql`
    select d.id, d.post_id as "postId", d.most from decisions d
    where d.community_id = ${access.community.id} and d.id = ${idOrNone(id)}`);
  const { postId = "", ...poll } = rows[0] ?? { id, most: 0 };
  const found = await openPost(access, postId);
  if (found.post.removed) throw refuse.notFound();
  return mint({ ...found, poll });
}

export function openPollToVote(access: PollAccess): PollVoteAccess {
  const personId = signedIn(access);
  if (access.space.closed || !may.vote(access.standing, access.space)) throw refuse.forbidden("polls.mayNotVote");
  return mint({ ...access, personId, vote: true as const });
}

export function openPollToClose(access: PollAccess): PollClosingAccess {
  const personId = signedIn(access);
  if (!may.closePoll(access.standing, access.space, access.post)) throw refuse.forbidden("threads.notYours");
  return mint({ ...access, personId, closing: true as const });
}

export const openOwnPoll = (access: PollAccess): OwnPollAccess =>
  mint({ ...access, personId: openOwnPost(access).personId, own: true as const });

export function openPostReader(access: PostAccess): PostReaderAccess {
  const { personId } = openMember(access);
  if (access.post.removed) throw refuse.notFound();
  return mint({ ...access, personId, reader: true as const });
}

export function openReaction(access: PostAccess): ReactionAccess {
  const { personId } = openMember(access);
  const { standing, space, post } = access;
  if (post.removed || space.closed || !may.react(standing, space, post))
    throw refuse.forbidden(post.authorId === personId ? "reactions.own" : "reactions.notHere");
  return mint({ ...access, personId, reacts: true as const });
}

/** To choose the answer or to take it back; the first post is the question. */
export function openAnswer(access: PostAccess): AnswerAccess {
  const { standing, space, thread, post } = access;
  const personId = signedIn(access);
  const allowed = may.chooseAnswer(standing, space, thread) && (!space.closed || may.moderate(standing, space));
  if (!allowed) throw refuse.forbidden("answers.notYours");
  if (!space.questions || post.position === 1 || post.removed) throw refuse.conflict("answers.notHere");
  return mint({ ...access, personId, chooses: true as const });
}

/** The brand's desk does not exist for who does not own the brand. */
export async function openBrand(viewer: Viewer, slug: string): Promise<BrandAccess> {
  const { rows } = await db().execute<BrandAccess["brand"]>(sql`
    select b.id, b.slug, b.name, b.colour, b.logo_file_id as "logoFileId" from brands b
    join brand_owners o on o.brand_id = b.id and o.person_id = ${viewer.personId} where b.slug = ${slug}`);
  const brand = rows[0];
  if (!brand || !viewer.personId) throw refuse.notFound();
  if (!viewer.verified) throw refuse.forbidden("accounts.verifyFirst");
  return mint({ viewer, personId: viewer.personId, brand });
}
