import { inTurn } from "./thoroughness";

/** Who may stand before a door. Those without a letter belong to community A; B is another community of another brand. */
export const principals = [
  "anonymous",
  "expired",
  "outsider",
  "unverifiedOutsider",
  "member",
  "insider",
  "moderator",
  "spaceModerator",
  "representative",
  "employed",
  "manager",
  "owner",
  "ownerApart",
  "suspended",
  "suspendedManager",
  "removed",
  "unverified",
  "unverifiedManager",
  "memberB",
  "insiderB",
  "moderatorB",
  "representativeB",
  "managerB",
  "ownerB",
] as const;

export type Principal = (typeof principals)[number];
export type Who = readonly Principal[];

const but = (all: Who, ...gone: Principal[]): Who => all.filter((one) => !gone.includes(one));

export const everyone: Who = principals;
export const nobody: Who = [];
export const signedIn = but(everyone, "anonymous", "expired");
export const visitors: Who = ["anonymous", "expired"];
export const verified = but(signedIn, "unverified", "unverifiedManager", "unverifiedOutsider");
/** The people of community B and its brand. */
export const othersB: Who = ["memberB", "insiderB", "moderatorB", "representativeB", "managerB", "ownerB"];

/**
 * Who tries a row, by its place among the rows: everybody of community A, and of the people of B, who are to the rows of A
 * all the same strangers, the one whose turn it is. Where nobody else may, those of B who may are tried as well.
 */
export const triers = (allowed: Who, row: number): Who => {
  const stranger = inTurn(othersB, row);
  const theirs = allowed.every((who) => othersB.includes(who));
  return principals.filter((who) => !othersB.includes(who) || who === stranger || (theirs && allowed.includes(who)));
};

/** May take part in community A: members in good standing, and the owners of its brand. */
export const takingPart: Who = [
  "member",
  "insider",
  "moderator",
  "spaceModerator",
  "representative",
  "employed",
  "manager",
  "owner",
  "ownerApart",
];
/** Have the desk of community A. That of an unverified manager stays open: only what is given away asks for a proven address. */
export const leading: Who = ["manager", "owner", "ownerApart", "unverifiedManager"];
export const leadingVerified = but(leading, "unverifiedManager");
export const owning: Who = ["owner", "ownerApart"];
/** Have a row of membership in community A, whatever their standing. */
export const belonging: Who = [
  ...but(takingPart, "ownerApart"),
  "suspended",
  "suspendedManager",
  "unverified",
  "unverifiedManager",
];
/** Could become members of A. */
export const newcomers: Who = ["outsider", "ownerApart", ...othersB];
/** Read what is for members. */
export const readingMembers: Who = [...takingPart, "unverifiedManager"];
/** Read what is for holders of the badge. The suspended and the unverified hold it as well, and it opens nothing. */
export const readingInsiders: Who = ["insider", "spaceModerator", ...leading];
export const reporting: Who = ["moderator", ...leading];
export const without = but;

/** The same people of community B. */
export const inB = (who: Who): Who => principals.filter((one) => who.some((a) => one === `${a}B`));
