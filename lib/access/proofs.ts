import type { Level } from "@/lib/watching/level";
import type { SpaceRules, Standing } from "./policy";
import type { Viewer } from "./viewer";

// What a proof of access says. Only gate.ts mints them; queries and commands demand one first.

declare const minted: unique symbol;
export interface Proof<Kind extends string> {
  readonly [minted]: Kind;
  readonly viewer: Viewer;
}

/** Anybody, for what needs no account (signing up, reporting). */
export interface VisitorAccess extends Proof<"visitor"> {}
/** Somebody signed in, acting on their own account. */
export interface PersonAccess extends Proof<"person"> {
  readonly personId: string;
}
export interface Community {
  readonly id: string;
  readonly brandId: string;
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly about: string;
  readonly colour: string;
  readonly logoFileId: string | null;
  readonly coverFileId: string | null;
  readonly zone: string;
  readonly locale: string;
  readonly joinMode: "open" | "request" | "invitation";
  /** Shown to who does not know it: in the public directory, and to search engines. */
  readonly listed: boolean;
  /** To whom it shows its pulse, beside who leads it. */
  readonly pulseShown: "managers" | "members" | "everyone";
  readonly brand: { readonly slug: string; readonly name: string; readonly logoFileId: string | null };
}
/** Somebody (perhaps nobody) looking at one community: what they may read there still depends on the space. */
export interface CommunityAccess extends Proof<"community"> {
  readonly community: Community;
  readonly standing: Standing;
  readonly visit: Visit;
  /** How closely they follow its spaces, by id, where they chose. */
  readonly spaceLevels: Readonly<Partial<Record<string, Level>>>;
}
/** Of a member: when the visit before this one ended. */
export interface Visit {
  /** Null for who was never here before, and for who is no member. */
  readonly since: string | null;
  /** It is to be written down that they are here. */
  readonly unnoted: boolean;
}
/** A member, not suspended and verified. */
export interface MemberAccess extends CommunityAccess {
  readonly personId: string;
}
/** Somebody signed in who holds an invitation, verified or not: the invitation itself may prove their mailbox. */
export interface GuestAccess extends CommunityAccess {
  readonly personId: string;
  readonly guest: true;
}
/** Somebody signed in and verified who is no member yet and may become one. */
export interface NewcomerAccess extends GuestAccess {
  readonly newcomer: true;
}
/** Somebody's own membership, to end it: a suspended member may still leave. */
export interface OwnMembershipAccess extends CommunityAccess {
  readonly personId: string;
  readonly own: true;
}
/** Who answers what is reported: the desk, and members with the moderator's duty for the whole community. */
export interface ReportsAccess extends MemberAccess {
  readonly reports: true;
}
/** Who has the moderator's duty somewhere, and the desk: what they look after, closed spaces too. */
export interface ModeratorAccess extends MemberAccess {
  readonly moderator: true;
  readonly moderated: readonly Space[];
}
/** Who looks after the whole community: answers appeals and knows people's past, as far as they read where it happened. */
export interface CommunityModeratorAccess extends ModeratorAccess {
  readonly reports: true;
}
/** A manager of the community or an owner of its brand. */
export interface DeskAccess extends MemberAccess {
  readonly desk: true;
}
export interface Space extends SpaceRules {
  readonly slug: string;
  readonly name: string;
  readonly purpose: string;
  readonly holders: number | null;
  /** A thread here is a question: one post can be chosen as its answer. */
  readonly questions: boolean;
  readonly closed: boolean;
  /** The last event of its channel before it was opened: what happens later, a page hears of. */
  readonly seq: number;
}
/** A space this viewer may read. */
export interface SpaceAccess extends CommunityAccess {
  readonly space: Space;
}
/** Every space this viewer may read, or one of them: what a list or a search may speak of. */
export interface InsideAccess extends CommunityAccess {
  readonly inside: readonly Space[];
}
/** The same of a member, whose reading is kept. */
export interface MemberInsideAccess extends InsideAccess {
  readonly personId: string;
  readonly member: true;
}
/** A space that a member reads: there they see who else is. */
export interface MemberSpaceAccess extends SpaceAccess {
  readonly personId: string;
  readonly amongMembers: true;
}
/** A space this viewer may write in. */
export interface SpaceWriteAccess extends SpaceAccess {
  readonly personId: string;
  readonly write: true;
}
export interface Thread {
  readonly id: string;
  readonly title: string;
  readonly authorId: string;
  readonly createdAt: string;
  readonly lastPostAt: string;
  readonly lastPosition: number;
  readonly posts: number;
  readonly hasPolls: boolean;
  readonly tags: readonly { readonly slug: string; readonly name: string }[];
  /** How far this viewer has read; 0 for who never opened it. */
  readonly readPosition: number;
  /** How closely this viewer follows it; `chosen` for this thread itself. */
  readonly level: Level;
  readonly chosen: boolean;
  /** Something of theirs waits for a moderator, to stand here. */
  readonly waits: boolean;
  /** Only who moderates writes here: since when, by whom (null: somebody erased) and why. */
  readonly locked: { readonly at: string; readonly by: string | null; readonly why: string } | null;
}
/** A thread this viewer may read: its audience, which is its space's, decides. */
export interface ThreadAccess extends SpaceAccess {
  readonly thread: Thread;
}
/** A thread this viewer may answer in. */
export interface ThreadWriteAccess extends ThreadAccess {
  readonly personId: string;
  readonly write: true;
}
/** A thread whose reading is kept for a member, so that it opens where they left it. */
export interface ThreadReaderAccess extends ThreadAccess {
  readonly personId: string;
  readonly reader: true;
}
/** A thread whose title they may change: its author, and who moderates there. */
export interface ThreadRenameAccess extends ThreadAccess {
  readonly personId: string;
  readonly rename: true;
}
/** A thread they may lock, pin and put in order: they moderate where it stands. */
export interface ThreadManageAccess extends ThreadAccess {
  readonly personId: string;
  readonly manages: true;
}
/** A thread, and a space it may be moved to: they moderate both. */
export interface ThreadMoveAccess extends ThreadManageAccess {
  readonly to: Space;
}
/** A thread, and another one its posts may go into: they moderate both. */
export interface ThreadMergeAccess extends ThreadManageAccess {
  readonly into: { readonly thread: Thread; readonly space: Space };
}
export interface Post {
  readonly id: string;
  readonly position: number;
  readonly authorId: string;
  readonly answersId: string | null;
  readonly removed: "by author" | "by moderator" | null;
}
/** A post in a thread this viewer may read, in view for them. */
export interface PostAccess extends ThreadAccess {
  readonly post: Post;
}
/** Their own post, in view, where they may still write. */
export interface OwnPostAccess extends PostAccess {
  readonly personId: string;
  readonly own: true;
}
/** The place of something they are writing: where they may send it. */
export interface DraftAccess extends CommunityAccess {
  readonly personId: string;
  readonly draft: { readonly kind: "answer" | "thread" | "edit"; readonly place: string };
}
/** Their own drafts in a community: words nobody else reads stay theirs, wherever they stand by now. */
export interface OwnDraftsAccess extends CommunityAccess {
  readonly personId: string;
  readonly drafts: true;
}
/** Their own posts that wait for a moderator, or were refused: words nobody else reads stay theirs, wherever they stand by now. */
export interface OwnHeldAccess extends CommunityAccess {
  readonly personId: string;
  readonly ownHeld: true;
}
export interface Held {
  readonly id: string;
  readonly kind: "thread" | "answer";
  readonly authorId: string;
  /** Of an answer: the thread it is for, where that went by now. */
  readonly threadId: string | null;
}
/** What was sent and waits, or was refused: for its author, and for who moderates where it would stand. */
export interface HeldAccess extends CommunityAccess {
  readonly held: Held;
  /** Where it would stand now. */
  readonly where: Space;
}
/** What they may approve or refuse: they moderate where it would stand. */
export interface HeldDecisionAccess extends HeldAccess {
  readonly personId: string;
  readonly decides: true;
}
/** A post they may take out of view or bring back. */
export interface PostRemovalAccess extends PostAccess {
  readonly personId: string;
  readonly removal: true;
}
export interface Poll {
  readonly id: string;
  readonly most: number;
}
/** A poll in a post that is in view, in a thread this viewer may read. */
export interface PollAccess extends PostAccess {
  readonly poll: Poll;
}
/** A poll they may vote in. */
export interface PollVoteAccess extends PollAccess {
  readonly personId: string;
  readonly vote: true;
}
/** A poll they may close and open again: its author, and who moderates there. */
export interface PollClosingAccess extends PollAccess {
  readonly personId: string;
  readonly closing: true;
}
/** A poll in their own post, where they may still write. */
export interface OwnPollAccess extends PollAccess {
  readonly personId: string;
  readonly own: true;
}
/** A post that a member reads, for what they keep of it for themselves. */
export interface PostReaderAccess extends PostAccess {
  readonly personId: string;
  readonly reader: true;
}
/** Somebody else's post, in view, to react to. */
export interface ReactionAccess extends PostAccess {
  readonly personId: string;
  readonly reacts: true;
}
/** Somebody else's post, in view, that they may flag. */
export interface FlagAccess extends PostAccess {
  readonly personId: string;
  readonly flags: true;
}
/** A post that they moderate: what was flagged in it, and its author as far as that concerns it. */
export interface PostModerationAccess extends PostAccess {
  readonly personId: string;
  readonly moderates: true;
}
/** What was decided about oneself here; also for who may no longer take part. */
export interface ConcernedAccess extends CommunityAccess {
  readonly personId: string;
  readonly concerned: true;
}
/** What moderators did here: for themselves with names, for members where the community shows it. */
export interface LogAccess extends MemberAccess {
  readonly log: "of moderators" | "of members";
  readonly inside: readonly Space[];
}
/** The pulse as one audience may read it, and the spaces this viewer reads: what shows a figure opens through them. */
export interface PulseAccess extends CommunityAccess {
  readonly pulse: "public" | "members" | "whole";
  readonly inside: readonly Space[];
}
/** The lexicon as one audience may read it. */
export interface LexiconAccess extends CommunityAccess {
  readonly lexicon: "public" | "members" | "whole";
}
/** The same with the spaces this viewer reads: where a word was said opens through them. */
export interface LexiconInsideAccess extends LexiconAccess {
  readonly inside: readonly Space[];
}
/** A word of it. */
export interface TermAccess extends LexiconInsideAccess {
  readonly term: { readonly id: string; readonly term: string };
}
/** A word of which they may say whether it is theirs. */
export interface TermVoteAccess extends TermAccess {
  readonly personId: string;
  readonly vote: true;
}
/** A word of which they may tell where it comes from. */
export interface LoreWriteAccess extends TermAccess {
  readonly personId: string;
  readonly tells: true;
}
/** A word whose lore they may take out: they look after the whole community. */
export interface LoreRemovalAccess extends TermAccess {
  readonly personId: string;
  readonly moderates: true;
}
export type StatementKind = "warning" | "hiding" | "silence" | "suspension" | "removal";
/** One of those decisions. */
export interface StatementAccess extends ConcernedAccess {
  readonly statement: { readonly id: string; readonly kind: StatementKind; readonly postId: string | null };
}
/** An appeal, for who answers it. */
export interface AppealAccess extends CommunityModeratorAccess {
  readonly appealed: {
    readonly id: string;
    readonly kind: StatementKind;
    readonly personId: string;
    /** What was hidden, as long as it could be brought back. */
    readonly post: PostAccess | null;
    readonly suspensionId: string | null;
    /** Who decided; null for who was erased. */
    readonly by: string | null;
  };
}
/** A post that may be chosen as the answer of its thread, or no longer be it. */
export interface AnswerAccess extends PostAccess {
  readonly personId: string;
  readonly chooses: true;
}
/** The outside of a listed space: its declared facts and nothing else. */
export interface DoorAccess extends CommunityAccess {
  readonly door: Space;
}
/** An owner of the brand. */
export interface BrandAccess extends Proof<"brand"> {
  readonly personId: string;
  readonly brand: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly colour: string;
    readonly logoFileId: string | null;
  };
}
/** The product itself: jobs, the first founding, the demo world. Never reached from a request. */
export interface SystemAccess extends Proof<"system"> {
  readonly reason: string;
}
export type AnyAccess = VisitorAccess | PersonAccess | CommunityAccess | BrandAccess | SystemAccess;

/** What the gate has to say for a proof of this kind. */
export type Facts<P> = Omit<P, typeof minted>;
