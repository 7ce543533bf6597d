import {
  type BrandAccess,
  type CommunityAccess,
  type DeskAccess,
  type GuestAccess,
  type MemberAccess,
  type NewcomerAccess,
  type OwnMembershipAccess,
  openBrand,
  openCommunity,
  openDesk,
  openGuest,
  openMember,
  openNewcomer,
  openOwnMembership,
  openProvenPerson,
  openReports,
  openVisitor,
  type PersonAccess,
  type ReportsAccess,
  type SystemAccess,
  type VisitorAccess,
} from "@/lib/access/gate";
import type { Viewer } from "@/lib/access/viewer";
import * as who from "./principals";
import { system } from "./principals-make";
import type { World } from "./principals-world";

/** One try of one act by one principal; `w.a` is the community it is tried in. */
export interface Cell {
  readonly w: World;
  readonly who: who.Principal;
  readonly viewer: Viewer;
  readonly more: { key: string };
}

/** What is declared of an act: who may, and one call of it that only the person who calls can make fail. */
export interface Row {
  /** The proof it takes; the act's own signature must say the same. */
  readonly proof: string;
  readonly who: who.Who;
  /** Refused as what is not there: 404 to everybody. */
  readonly hidden: boolean;
  /** Whoever is not signed in is asked to. */
  readonly signIn: boolean;
  /** The code that some are refused with, where the sentence tells them what to do. */
  readonly says?: Partial<Record<who.Principal, string>>;
  readonly run: (cell: Cell) => Promise<unknown>;
  /** Hashes a password: tried by a few principals, unless everything is asked for. */
  readonly slow: boolean;
}

export type Rows = Record<string, Row>;
type Place = "community" | "asking" | "closed";
type Open<A> = (cell: Cell, place: Place) => A | Promise<A>;
type More = Partial<Pick<Row, "who" | "hidden" | "signIn" | "says" | "slow">> & { at?: Place };

const signingIn = new Set(["PersonAccess", "MemberAccess", "GuestAccess", "NewcomerAccess", "OwnMembershipAccess"]);

const through =
  <A>(proof: string, allowed: who.Who, hidden: boolean, open: Open<A>) =>
  (run: (access: A, cell: Cell) => unknown, { at = "community", ...more }: More = {}): Row => ({
    proof,
    who: allowed,
    hidden,
    signIn: signingIn.has(proof),
    slow: false,
    run: async (cell) => run(await open(cell, at), cell),
    ...more,
  });

const enter = ({ viewer, w }: Cell, place: Place) => openCommunity(viewer, w.a[place]);

/** Each is one kind of proof: how it is opened, and who gets one. */
export const visitor = through<VisitorAccess>("VisitorAccess", who.everyone, false, ({ viewer }) =>
  openVisitor(viewer),
);
export const person = through<PersonAccess>("PersonAccess", who.signedIn, false, ({ viewer }) =>
  openProvenPerson(viewer),
);
export const community = through<CommunityAccess>("CommunityAccess", who.everyone, false, enter);
export const member = through<MemberAccess>("MemberAccess", who.takingPart, false, async (cell, place) =>
  openMember(await enter(cell, place)),
);
export const guest = through<GuestAccess>("GuestAccess", who.newcomers, false, async (cell, place) =>
  openGuest(await enter(cell, place)),
);
export const newcomer = through<NewcomerAccess>("NewcomerAccess", who.newcomers, false, async (cell, place) =>
  openNewcomer(await enter(cell, place)),
);
export const own = through<OwnMembershipAccess>("OwnMembershipAccess", who.belonging, false, async (cell, place) =>
  openOwnMembership(await enter(cell, place)),
);
export const reports = through<ReportsAccess>("ReportsAccess", who.reporting, true, async (cell, place) =>
  openReports(await enter(cell, place)),
);
export const desk = through<DeskAccess>("DeskAccess", who.leading, true, async (cell, place) =>
  openDesk(await enter(cell, place)),
);
export const brand = through<BrandAccess>("BrandAccess", who.owning, true, ({ viewer, w }) =>
  openBrand(viewer, w.a.brand),
);
/** Jobs, the first founding, the demo world. Whoever looks on: no request can get this proof, which tests/unit/layers holds. */
export const product = through<SystemAccess>("SystemAccess", who.everyone, false, () => system());

export type Run = (access: CommunityAccess, cell: Cell) => unknown;
/** An act whose proof is opened on its way, from the community on: what its row says of it is said here. */
export const act = (proof: string, allowed: who.Who, run: Run, more: Partial<Row> = {}): Row => ({
  ...community(run),
  proof,
  who: allowed,
  ...more,
});

/** For the sentences of the policy: a hidden room that every member reads and writes in. */
export const membersRoom = {
  id: "",
  readAudience: "members",
  writeAudience: "members",
  door: "hidden",
  needs: "any",
  readBadges: [],
  writeBadges: [],
} as const;
