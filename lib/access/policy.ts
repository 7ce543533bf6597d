/**
 * Who may do what: pure sentences, the same for guarding a write and for showing its button.
 * `npm run test:guards` turns each of them to "yes" in turn and expects the tests to turn red.
 */

/** Where a person stands towards one community, at this moment. */
export interface Standing {
  readonly personId: string | null;
  /** Their e-mail address is proven. */
  readonly verified: boolean;
  readonly owner: boolean;
  readonly role: "none" | "member" | "representative" | "manager";
  /** A representative whom the brand pays. */
  readonly employed: boolean;
  readonly suspended: boolean;
  /** Reads and votes, and says nothing. */
  readonly silenced: boolean;
  /** The moderator's duty: of the community, or of these spaces. */
  readonly moderates: "community" | readonly string[];
  /** Ids of the badges they hold now. */
  readonly badges: readonly string[];
}

export interface SpaceRules {
  readonly id: string;
  readonly readAudience: "everyone" | "members" | "badges";
  readonly writeAudience: "members" | "badges";
  readonly door: "listed" | "hidden";
  readonly needs: "any" | "all";
  readonly readBadges: readonly string[];
  readonly writeBadges: readonly string[];
}

/** What is said here is told to machines as well: feeds, lists for search engines, pictures of links. */
export const everybodyReads = (space: SpaceRules) => space.readAudience === "everyone";

const signedIn = (s: Standing) => s.personId !== null;
const leads = (s: Standing) => !s.suspended && (s.owner || s.role === "manager");
const takesPart = (s: Standing) => s.verified && !s.suspended && (s.owner || s.role !== "none");
const speaks = (s: Standing) => takesPart(s) && !s.silenced;

/** Neither the brand nor paid by it. */
const isMember = (s: Standing) => !s.owner && s.role !== "manager" && !(s.role === "representative" && s.employed);

const moderatesSpace = (s: Standing, spaceId: string) =>
  takesPart(s) && (s.moderates === "community" || s.moderates.includes(spaceId));

const holds = (s: Standing, badges: readonly string[], needs: "any" | "all") => {
  if (badges.length === 0) return false;
  const held = (badge: string) => s.badges.includes(badge);
  return needs === "all" ? badges.every(held) : badges.some(held);
};

export const may = {
  /** Managers and owners read every space by their role, hidden ones too. Holders need membership as well as the badge. */
  readSpace(s: Standing, space: SpaceRules): boolean {
    if (everybodyReads(space)) return true;
    if (leads(s)) return true;
    if (!takesPart(s)) return false;
    return space.readAudience === "members" || holds(s, space.readBadges, space.needs);
  },

  writeInSpace(s: Standing, space: SpaceRules): boolean {
    if (leads(s) && s.verified) return !s.silenced;
    if (!speaks(s) || !may.readSpace(s, space)) return false;
    return space.writeAudience === "members" || holds(s, space.writeBadges, space.needs);
  },

  /** In a locked thread only who moderates goes on. */
  writeInThread: (s: Standing, space: SpaceRules, thread: { locked: object | null }): boolean =>
    may.writeInSpace(s, space) && (thread.locked === null || may.moderate(s, space)),

  /** A listed space shows its door to everyone; a hidden one does not exist for who may not read it. */
  seeDoor: (s: Standing, space: SpaceRules): boolean => space.door === "listed" || may.readSpace(s, space),

  join: (s: Standing): boolean => signedIn(s) && s.verified && s.role === "none" && !s.suspended,
  leave: (s: Standing): boolean => s.role !== "none",
  seeMembers: (s: Standing): boolean => takesPart(s) || leads(s),
  invite: (s: Standing): boolean => speaks(s),
  withdrawInvitation: (s: Standing, createdBy: string): boolean =>
    leads(s) || (takesPart(s) && s.personId === createdBy),

  /** Edits what they wrote themselves, as long as they may write there. */
  editPost: (s: Standing, space: SpaceRules, post: { authorId: string }): boolean =>
    s.personId === post.authorId && may.writeInSpace(s, space),
  /** Removes, restores, and reads what was removed: the desk, and whoever has the duty for this space. */
  moderate: (s: Standing, space: SpaceRules): boolean =>
    leads(s) || (moderatesSpace(s, space.id) && may.readSpace(s, space)),
  /** What one wrote oneself may be taken back, even where one may no longer write. */
  removePost: (s: Standing, space: SpaceRules, post: { authorId: string }): boolean =>
    (takesPart(s) && s.personId === post.authorId) || may.moderate(s, space),

  /** Whoever reads it and takes part, also where one may not write. */
  vote: (s: Standing, space: SpaceRules): boolean => takesPart(s) && may.readSpace(s, space),
  closePoll: (s: Standing, space: SpaceRules, post: { authorId: string }): boolean =>
    (takesPart(s) && s.personId === post.authorId) || may.moderate(s, space),
  /** To somebody else's post, where one reads and takes part: nobody praises themselves. */
  react: (s: Standing, space: SpaceRules, post: { authorId: string }): boolean =>
    speaks(s) && may.readSpace(s, space) && s.personId !== post.authorId,
  /** Says of somebody else's post that it should not stand: whoever reads it and takes part, also who may not speak. */
  flag: (s: Standing, space: SpaceRules, post: { authorId: string }): boolean =>
    takesPart(s) && may.readSpace(s, space) && s.personId !== post.authorId,
  /** Chooses the answer: whoever asked, as long as they may write there, and who moderates. */
  chooseAnswer: (s: Standing, space: SpaceRules, thread: { authorId: string }): boolean =>
    may.editPost(s, space, thread) || may.moderate(s, space),

  openDesk: (s: Standing): boolean => leads(s),
  /** Who leads it, and whom the community shows it to. */
  readPulse: (s: Standing, community: { pulseShown: "managers" | "members" | "everyone" }): boolean =>
    leads(s) || community.pulseShown === "everyone" || (community.pulseShown === "members" && takesPart(s)),
  /** Members, who leads it, and everybody where the pulse is shown to everybody. */
  readLexicon: (s: Standing, community: { pulseShown: "managers" | "members" | "everyone" }): boolean =>
    leads(s) || takesPart(s) || community.pulseShown === "everyone",
  /** Whether a word is the community's own is said by its members: the brand has no say in it. */
  voteOnTerm: (s: Standing): boolean => takesPart(s) && isMember(s),
  writeLore: (s: Standing): boolean => speaks(s) && isMember(s),
  /** Only an owner makes and unmakes managers: a manager could otherwise raise anybody. */
  giveRole: (
    s: Standing,
    role: "member" | "representative" | "manager",
    now: "member" | "representative" | "manager",
  ): boolean => !s.suspended && (s.owner || (s.role === "manager" && role !== "manager" && now !== "manager")),
  /** To remove or to suspend. Nobody does it to an owner, or to a manager unless they own the brand; nobody to themselves. */
  removePerson: (s: Standing, them: { personId: string; owner: boolean; role: Standing["role"] }): boolean =>
    leads(s) && them.personId !== s.personId && !them.owner && (them.role !== "manager" || s.owner),
  /** The rooms of moderation, for what each looks after. */
  moderateSomewhere: (s: Standing): boolean =>
    leads(s) || (takesPart(s) && (s.moderates === "community" || s.moderates.length > 0)),
  /** To warn or to silence: who looks after the whole community. Whom, as with removing. */
  correctPerson: (s: Standing, them: { personId: string; owner: boolean; role: Standing["role"] }): boolean =>
    may.removePerson(s, them) ||
    (may.answerReports(s) && them.personId !== s.personId && !them.owner && them.role !== "manager"),
  answerReports: (s: Standing): boolean => leads(s) || (takesPart(s) && s.moderates === "community"),
  grantBadge: (s: Standing): boolean => leads(s) && s.verified,

  ownBrand: (s: Standing): boolean => s.owner && s.verified,
};

const reach = { everyone: 2, members: 1, badges: 0 } as const;

/** Whether what stands in one space could be read by more people, or by others, once it stands in the other. */
export function opensUp(from: SpaceRules, to: SpaceRules): boolean {
  if (reach[from.readAudience] !== reach[to.readAudience]) return reach[to.readAudience] > reach[from.readAudience];
  if (to.readAudience !== "badges") return false;
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  return !same(from.readBadges, to.readBadges) || (from.needs !== to.needs && from.readBadges.length > 1);
}
