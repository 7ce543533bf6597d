import { type CommunityAccess, openHeld, openHeldToDecide, openOwnHeld, openThread } from "@/lib/access/gate";
import { openModerator } from "@/lib/access/gate-moderation";
import { refuse } from "@/lib/errors";
import { asAuthor } from "@/lib/moderation/held/author";
import { approveHeld, refuseHeld, withdrawHeld } from "@/lib/moderation/held/commands";
import { heldToDecide, myHeld, myHeldIn } from "@/lib/moderation/held/queries";
import { changeRules } from "@/lib/moderation/rules/commands";
import { rulesAtDesk } from "@/lib/moderation/rules/queries";
import * as who from "./principals";
import { act, type Cell, desk, type Rows } from "./surfaces-acts";
import type { DoorRow, DoorRows } from "./surfaces-doors";

/** Whoever moderates among members, where the thread that waits would stand. */
const deciding: who.Who = ["moderator", ...who.leading];
const moderating: who.Who = ["moderator", "spaceModerator", ...who.leading];

const decision = (run: (access: Awaited<ReturnType<typeof toDecide>>, cell: Cell) => unknown) =>
  act("HeldDecisionAccess", deciding, async (access, cell) => run(await toDecide(access, cell), cell), {
    hidden: true,
  });
const toDecide = async (access: CommunityAccess, { w }: Cell) => openHeldToDecide(await openHeld(access, w.a.held));

export const heldActs: Rows = {
  "gate.openHeld": act("CommunityAccess", ["member", ...deciding], (access, { w }) => openHeld(access, w.a.held), {
    hidden: true,
  }),
  "gate.openHeldToDecide": decision(() => undefined),
  "moderation/held/author.asAuthor": decision((access) => asAuthor(access)),
  "moderation/held/commands.approveHeld": decision((access, { more }) => approveHeld(access, {}, more)),
  "moderation/held/commands.refuseHeld": decision((access, { more }) =>
    refuseHeld(access, { reason: "A reason to read." }, more),
  ),
  // Of somebody else's they are told no more than of what never was.
  "moderation/held/commands.withdrawHeld": act(
    "OwnHeldAccess",
    ["member"],
    (access, { w, more }) => withdrawHeld(openOwnHeld(access), { held: w.a.held }, more),
    { signIn: true },
  ),
  "moderation/held/queries.myHeld": act(
    "OwnHeldAccess",
    who.signedIn,
    async (access, { who: one }) => {
      const { rows } = await myHeld(openOwnHeld(access), []);
      if (rows.length !== ({ member: 2, insider: 1 }[one as string] ?? 0)) throw refuse.forbidden();
    },
    { signIn: true },
  ),
  "moderation/held/queries.myHeldIn": act(
    "ThreadAccess",
    who.readingInsiders,
    async (access, { w, who: one }) => {
      const waiting = await myHeldIn(await openThread(access, w.a.talk.insiders.thread.id));
      if (waiting.length !== (one === "insider" ? 1 : 0)) throw refuse.forbidden();
    },
    { hidden: true },
  ),
  "moderation/held/queries.heldToDecide": act(
    "ModeratorAccess",
    moderating,
    async (access, { who: one }) => {
      const { rows } = await heldToDecide(await openModerator(access));
      const most = { moderator: 1, spaceModerator: 1 }[one as string] ?? 2;
      if (rows.length !== most) throw refuse.forbidden();
    },
    { hidden: true },
  ),
  "moderation/rules/commands.changeRules": desk((access, { more }) =>
    changeRules(access, { ...none, revision: 1 }, more),
  ),
  "moderation/rules/queries.rulesAtDesk": desk(rulesAtDesk),
};

const none = {
  firstPosts: 0,
  heldWords: [],
  refusedWords: [],
  newcomerLinks: null,
  refusedDomains: [],
  allowedDomains: [],
  spamChecks: false,
};

const inA = (path: string, allowed: who.Who, refused: number[]): DoorRow => ({
  path: (w) => `/${w.a.community}${path}`,
  who: allowed,
  else: refused,
});

export const heldPages: DoorRows = {
  "GET /[community]/held": inA("/held", who.signedIn, [307]),
  "GET /[community]/moderation/held": inA("/moderation/held", moderating, [404]),
  "GET /[community]/manage/rules": inA("/manage/rules", who.leading, [404]),
};

const form = (name: string, allowed: who.Who, refused: number[], typed: DoorRow["form"]): DoorRow => ({
  ...inA(`/do/${name}`, allowed, refused),
  form: typed,
});

export const heldForms: DoorRows = {
  "POST /[community]/do/approve-held": form("approve-held", deciding, [404], (w) => ({ held: w.a.held })),
  "POST /[community]/do/refuse-held": form("refuse-held", deciding, [404], (w) => ({
    held: w.a.held,
    reason: "A reason to read.",
  })),
  "POST /[community]/do/withdraw-held": form("withdraw-held", ["member"], [401, 409], (w) => ({ held: w.a.held })),
  "POST /[community]/do/change-rules": form("change-rules", who.leading, [404], () => ({
    firstPosts: "1",
    newcomerLinks: "",
    revision: "1",
  })),
};
