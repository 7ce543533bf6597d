import type { CommunityAccess } from "@/lib/access/gate";
import { may, type SpaceRules, type Standing } from "@/lib/access/policy";
import { refuse } from "@/lib/errors";
import * as who from "./principals";
import { type Cell, community, type Row, type Rows } from "./surfaces-acts";

/** What each sentence of the policy answers to everybody's real standing: the buttons that are shown, and what guards ask. */
const says = (allowed: who.Who, sentence: (standing: Standing, cell: Cell) => boolean): Row =>
  community(
    (access: CommunityAccess, cell) => {
      if (!sentence(access.standing, cell)) throw refuse.forbidden();
    },
    { who: allowed },
  );

const space = (facts: Partial<SpaceRules>): SpaceRules => ({
  id: "",
  readAudience: "badges",
  writeAudience: "badges",
  door: "hidden",
  needs: "any",
  readBadges: [],
  writeBadges: [],
  ...facts,
});
const member = (personId: string, role: Standing["role"] = "member") => ({ personId, owner: false, role });

export const policyActs: Rows = {
  "policy.readSpace": says(who.readingInsiders, (s, { w }) => may.readSpace(s, space({ readBadges: [w.a.badge] }))),
  "policy.readSpace needing all": says(who.leading, (s, { w }) =>
    may.readSpace(s, space({ readBadges: [w.a.badge, w.a.spareBadge], needs: "all" })),
  ),
  "policy.writeInSpace": says(who.takingPart, (s) =>
    may.writeInSpace(s, space({ readAudience: "everyone", writeAudience: "members" })),
  ),
  "policy.writeInSpace one may not read": says(who.leadingVerified, (s) =>
    may.writeInSpace(s, space({ writeAudience: "members" })),
  ),
  "policy.seeDoor": says(who.readingMembers, (s) => may.seeDoor(s, space({ readAudience: "members" }))),
  "policy.join": says(who.newcomers, may.join),
  "policy.leave": says(who.belonging, may.leave),
  "policy.seeMembers": says(who.readingMembers, may.seeMembers),
  "policy.invite": says(who.takingPart, may.invite),
  "policy.withdrawInvitation": says(["member", ...who.leading], (s, { w }) =>
    may.withdrawInvitation(s, w.people.member),
  ),
  "policy.openDesk": says(who.leading, may.openDesk),
  "policy.ownBrand": says(who.owning, may.ownBrand),
  "policy.giveRole": says(who.leading, (s) => may.giveRole(s, "representative", "member")),
  "policy.giveRole of manager": says(who.owning, (s) => may.giveRole(s, "manager", "member")),
  "policy.giveRole to a manager": says(who.owning, (s) => may.giveRole(s, "member", "manager")),
  "policy.removePerson": says(who.leading, (s, { w }) => may.removePerson(s, member(w.target))),
  "policy.removePerson oneself": says(who.without(who.leading, "owner"), (s, { w }) =>
    may.removePerson(s, member(w.people.owner)),
  ),
  "policy.removePerson a manager": says(who.owning, (s, { w }) => may.removePerson(s, member(w.target, "manager"))),
  "policy.answerReports": says(who.reporting, may.answerReports),
  "policy.grantBadge": says(who.leadingVerified, may.grantBadge),
};
