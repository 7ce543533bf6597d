import { insideOf, openMemberInside, openSpaces } from "@/lib/access/gate";
import { block, unblock } from "@/lib/blocks/commands";
import { myBlocked } from "@/lib/blocks/queries";
import { saidBy, sumsOf } from "@/lib/members/took-part";
import * as who from "./principals";
import { act, type Cell, member, person, type Rows, type Run } from "./surfaces-acts";
import { type DoorRow, type DoorRows, mine, never, nothing } from "./surfaces-doors";

/** Everything that they read, closed spaces too. */
const reading: Run = async (access) => {
  const spaces = await openSpaces(access, true);
  return openMemberInside(
    insideOf(
      access,
      spaces.flatMap((one) => ("inside" in one ? one.inside : [])),
    ),
  );
};
type Reading = ReturnType<typeof openMemberInside>;
const profile = (run: (access: Reading, cell: Cell) => unknown) =>
  act(
    "MemberInsideAccess",
    who.takingPart,
    async (access, cell) => run((await reading(access, cell)) as Reading, cell),
    {
      signIn: true,
    },
  );

export const memberActs: Rows = {
  "blocks/commands.block": member((access, { w, more }) => block(access, { person: w.target }, more)),
  "blocks/commands.unblock": person((access, { w, more }) => unblock(access, { person: w.target }, more)),
  "blocks/queries.myBlocked": person(myBlocked),
  "members/took-part.sumsOf": profile((access, { w }) => sumsOf(access, w.people.insider)),
  "members/took-part.saidBy": profile((access, { w }) => saidBy(access, w.people.insider)),
};

const ofTarget = (part: string): DoorRow => ({
  path: (w) => `/${w.a.community}/members/${w.target}/${part}`,
  never: (w) => `/${w.a.community}/members/${never.id}/${part}`,
  who: who.takingPart,
  else: [404],
});

export const memberPages: DoorRows = {
  "GET /[community]/members/[member]/posts": ofTarget("posts"),
  "GET /[community]/members/[member]/posts of an insider": {
    ...ofTarget("posts"),
    path: (w) => `/${w.a.community}/members/${w.people.insider}/posts`,
  },
  "GET /[community]/members/[member]/posts of another community": nothing(
    (w) => `/${w.a.community}/members/${w.people.memberB}/posts`,
    { never: (w) => `/${w.a.community}/members/${never.id}/posts` },
  ),
  "GET /[community]/members/[member]/block": ofTarget("block"),
  "GET /[community]/members/[member]/block of another community": nothing(
    (w) => `/${w.a.community}/members/${w.people.memberB}/block`,
    { never: (w) => `/${w.a.community}/members/${never.id}/block` },
  ),
  "GET /settings/blocked": mine("/settings/blocked"),
};

const form = (path: DoorRow["path"], allowed: who.Who, otherwise: number[]): DoorRow => ({
  path,
  who: allowed,
  else: otherwise,
  form: (w) => ({ person: w.target }),
});

export const memberForms: DoorRows = {
  "POST /[community]/do/block": form((w) => `/${w.a.community}/do/block`, who.takingPart, [401, 403]),
  "POST /[community]/do/unblock": form((w) => `/${w.a.community}/do/unblock`, who.takingPart, [401, 403]),
  "POST /do/unblock": form(() => "/do/unblock", who.signedIn, [401]),
};
