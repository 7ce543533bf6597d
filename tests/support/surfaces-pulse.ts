import { openPulse } from "@/lib/access/gate-pulse";
import { may } from "@/lib/access/policy";
import type { PulseAccess } from "@/lib/access/proofs";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { askForPulse } from "@/lib/pulse/commands";
import { lapsing, unanswered, ungreeted } from "@/lib/pulse/moves";
import { evidenceHere, lastRun, peopleInTies, pulseHere, type Snapshot } from "@/lib/pulse/queries";
import type { Figure, PulseResult } from "@/lib/pulse/result";
import * as who from "./principals";
import { act, desk, type Rows } from "./surfaces-acts";
import type { DoorRows } from "./surfaces-doors";

const figure: Figure = {
  value: null,
  low: null,
  high: null,
  whereYouAre: null,
  parts: {},
  provisional: false,
  evidence: [],
};
const result: PulseResult = {
  window: { from: null, to: null },
  members: 0,
  posts: 0,
  trust: "high",
  elements: { interaction: figure, meaning: figure, stakes: figure, standing: figure },
  windows: [],
  counts: { tied: 0, words: 0, carried: 0, returning: 0, insiders: 0, brandThreads: 0, brandExchanges: 0 },
  rhythm: [],
  tiesThen: [],
  ties: [],
  tiesInAll: { people: 0, ties: 0 },
  lapsing: [],
};
const snapshot: Snapshot = { takenAt: "2026-01-01T00:00:00Z", asOf: "2026-01-01", method: "test", result };

/** Shown to who leads alone, as every community does until it chooses otherwise; tests/db/pulse has the others. */
const reading = (run: (access: PulseAccess) => unknown) =>
  act("PulseAccess", who.leading, async (access) => run(await openPulse(access)), { hidden: true });
const shownTo = (pulseShown: "managers" | "members" | "everyone", allowed: who.Who) =>
  act("CommunityAccess", allowed, ({ standing }) => {
    if (!may.readPulse(standing, { pulseShown })) throw refuse.forbidden();
  });

export const pulseActs: Rows = {
  "policy.readPulse": shownTo("managers", who.leading),
  "policy.readPulse that members are shown": shownTo("members", who.readingMembers),
  "policy.readPulse that everybody is shown": shownTo("everyone", who.everyone),
  "gate-pulse.openPulse": act("CommunityAccess", who.leading, openPulse, { hidden: true }),
  "pulse/queries.pulseHere": reading(pulseHere),
  "pulse/queries.evidenceHere": reading((access) => evidenceHere(access, snapshot)),
  "pulse/queries.peopleInTies": reading((access) => peopleInTies(access, snapshot)),
  "pulse/queries.lastRun": desk(lastRun),
  "pulse/moves.unanswered": desk(unanswered),
  "pulse/moves.ungreeted": desk(ungreeted),
  "pulse/moves.lapsing": desk((access) => lapsing(access, result)),
  "pulse/commands.askForPulse": desk((access, { more }) => askForPulse(access, {}, more)),
};

export const pulsePages: DoorRows = {
  "GET /[community]/pulse": { path: (w) => paths.pulse(w.a.community), who: who.leading, else: [404] },
};

export const pulseForms: DoorRows = {
  "POST /[community]/do/take-pulse": {
    path: (w) => `/${w.a.community}/do/take-pulse`,
    who: who.leading,
    else: [404],
    form: () => ({}),
  },
};
