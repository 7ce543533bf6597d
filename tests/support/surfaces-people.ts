import { createHash } from "node:crypto";
import {
  openBrand,
  openMember,
  openOwnMembership,
  openPerson,
  openProvenPerson,
  openSpace,
  openSpaceById,
  openSpaceToWrite,
  type PersonAccess,
} from "@/lib/access/gate";
import { badgesOf } from "@/lib/badges/queries";
import { refuse } from "@/lib/errors";
import { draftPicture } from "@/lib/files/commands";
import { avatarLimits } from "@/lib/files/pictures";
import { fileToServe } from "@/lib/files/queries";
import { serve } from "@/lib/files/serve";
import { addPart, beginImport, beginPicture, cancelUpload, progressOf } from "@/lib/files/uploads";
import { sendAgain } from "@/lib/mail/commands";
import { mailInDoubt } from "@/lib/mail/queries";
import { giveRole, joinCommunity, leaveCommunity, removePerson } from "@/lib/members/commands";
import { endDuty, giveDuty } from "@/lib/members/duties/commands";
import { inviteByLink, inviteByMail, redeemInvitation, withdrawInvitation } from "@/lib/members/invitations/commands";
import {
  allInvitations,
  freshToken,
  invitationBehind,
  myInvitations,
  openInvitation,
} from "@/lib/members/invitations/queries";
import { lookAtPerson, newcomers, peopleAtDesk, removedPeople } from "@/lib/members/people";
import { firstSteps, latestBrought, memberPage, membersOf, mySuspension } from "@/lib/members/queries";
import { askToJoin, decideRequest, withdrawRequest } from "@/lib/members/requests/commands";
import { myRequest, waitingRequests } from "@/lib/members/requests/queries";
import { changeLimits } from "@/lib/moderation/limits/commands";
import { usual } from "@/lib/moderation/limits/numbers";
import { limitsOf } from "@/lib/moderation/limits/queries";
import { whoLooked } from "@/lib/moderation/looks/queries";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { myReports, reportsAtDesk } from "@/lib/moderation/reports/queries";
import { liftSuspension, suspendPerson } from "@/lib/moderation/suspensions/commands";
import { paths } from "@/lib/paths";
import { attachPictures } from "@/lib/pictures/commands";
import { eraseMe } from "@/lib/privacy/commands";
import { downloadMine } from "@/lib/privacy/download";
import { brandsOnlyMine, heldAbout, whoLookedAtMe } from "@/lib/privacy/queries";
import { answerAuthorization, answerCatchUp } from "@/lib/realtime/answers";
import {
  changeBrandSetting,
  changeCommunitySetting,
  changeMemberSetting,
  changeMySetting,
  changeOperatorSetting,
} from "@/lib/settings/commands";
import { plain } from "../unit/files/pictures";
import * as who from "./principals";
import { newKey } from "./principals-make";
import {
  brand,
  community,
  desk,
  guest,
  member,
  newcomer,
  own,
  person,
  product,
  type Rows,
  reports,
  visitor,
} from "./surfaces-acts";

const reason = "A reason to read.";
/** May become a member of the two communities of A that are not open: everybody verified but their founder. */
const strangersThere: who.Who = who.without(who.verified, "owner");

const firstPart = async (access: PersonAccess) => {
  const bytes = Buffer.from("half");
  const { id } = await beginPicture(access, { size: 100 }, newKey());
  const checksum = createHash("sha256").update(bytes).digest("base64");
  return addPart(access, id, { offset: 0, checksum, bytes });
};
const drawn = async (access: PersonAccess) => draftPicture(access, await plain("png", 40, 40), avatarLimits);

export const peopleActs: Rows = {
  "badges/queries.badgesOf": member((access, { w }) => badgesOf(access, w.target)),
  "members/commands.joinCommunity": newcomer((access, { more }) => joinCommunity(access, {}, more), {
    says: {
      removed: "communities.suspended",
      unverifiedOutsider: "accounts.verifyFirst",
      member: "members.alreadyMember",
    },
  }),
  "members/commands.leaveCommunity": own((access, { more }) => leaveCommunity(access, {}, more)),
  "members/commands.giveRole": desk((access, { w, more }) =>
    giveRole(access, { person: w.target, role: "representative", employed: true }, more),
  ),
  "members/commands.giveRole to a manager": desk(
    (access, { w, more }) => giveRole(access, { person: w.target, role: "manager", employed: false }, more),
    { who: who.owning, hidden: false },
  ),
  "members/commands.removePerson": desk((access, { w, more }) =>
    removePerson(access, { person: w.target, reason }, more),
  ),
  "members/commands.removePerson of a manager": desk(
    (access, { w, more }) => removePerson(access, { person: w.people.suspendedManager, reason }, more),
    { who: who.owning, hidden: false },
  ),
  "members/commands.removePerson of an owner": desk(
    (access, { w, more }) => removePerson(access, { person: w.people.owner, reason }, more),
    { who: who.nobody, hidden: false },
  ),
  "members/duties/commands.giveDuty": desk((access, { w, more }) =>
    giveDuty(access, { person: w.target, space: w.a.rooms.insiders.id }, more),
  ),
  "members/duties/commands.endDuty": desk((access, { w, more }) =>
    endDuty(access, { person: w.target, duty: w.a.duty }, more),
  ),
  "members/invitations/commands.inviteByMail": member((access, { more }) =>
    inviteByMail(access, { email: "guest@people.example", days: 7 }, more),
  ),
  "members/invitations/commands.inviteByLink": member((access, { more }) =>
    inviteByLink(access, { uses: 1, days: 7 }, more),
  ),
  "members/invitations/commands.withdrawInvitation": member(
    (access, { w, more }) => withdrawInvitation(access, { invitation: w.a.invitation.id }, more),
    { who: ["member", ...who.leadingVerified] },
  ),
  "members/invitations/commands.redeemInvitation": guest(
    (access, { w, more }) => redeemInvitation(access, { token: w.a.guestToken }, more),
    { at: "closed", who: strangersThere },
  ),
  "members/invitations/queries.allInvitations": desk((access) => allInvitations(access)),
  "members/invitations/queries.myInvitations": member((access) => myInvitations(access)),
  "members/invitations/queries.freshToken": member((access, { w }) => freshToken(access, w.a.invitation.id)),
  "members/invitations/queries.openInvitation": community((access, { w }) =>
    openInvitation(access, w.a.invitation.token),
  ),
  "members/invitations/queries.invitationBehind": visitor((access, { w }) =>
    invitationBehind(access, paths.invitation(w.a.community, w.a.guestToken)),
  ),
  "members/people.peopleAtDesk": desk((access) => peopleAtDesk(access, "person")),
  "members/people.newcomers": desk((access) => newcomers(access)),
  "members/people.removedPeople": desk((access) => removedPeople(access)),
  "members/people.lookAtPerson": desk((access, { w }) => lookAtPerson(access, w.target)),
  "members/queries.membersOf": member((access) => membersOf(access)),
  "members/queries.memberPage": member((access, { w }) => memberPage(access, w.target)),
  "members/queries.latestBrought": desk(latestBrought),
  "members/queries.firstSteps": member(firstSteps),
  "members/queries.mySuspension": community(mySuspension),
  "members/requests/commands.askToJoin": newcomer(
    (access, { more }) => askToJoin(access, { message: "May I?" }, more),
    {
      at: "asking",
      who: strangersThere,
    },
  ),
  "members/requests/commands.withdrawRequest": newcomer(
    async (access, { more }) => {
      await askToJoin(access, { message: "May I?" }, newKey());
      return withdrawRequest(access, {}, more);
    },
    { at: "asking", who: strangersThere },
  ),
  "members/requests/commands.decideRequest": desk(
    (access, { w, more }) => decideRequest(access, { request: w.a.request, decision: "let in", reason: "" }, more),
    { at: "asking", who: who.owning },
  ),
  "members/requests/queries.waitingRequests": desk((access) => waitingRequests(access), {
    at: "asking",
    who: who.owning,
  }),
  "members/requests/queries.myRequest": community(myRequest),
  "moderation/limits/commands.changeLimits": desk((access, { more }) => changeLimits(access, usual, more)),
  "moderation/limits/queries.limitsOf": desk(limitsOf),
  "moderation/looks/queries.whoLooked": member(whoLooked),
  "moderation/reports/commands.makeReport": community((access, { more }) =>
    makeReport(access, { about: "/", reason: "spam", text: "This is spam, I think." }, more),
  ),
  "moderation/reports/commands.answerReport": reports((access, { w, more }) =>
    answerReport(access, { report: w.a.report, answer: "Thank you." }, more),
  ),
  "moderation/reports/queries.reportsAtDesk": reports((access) => reportsAtDesk(access, "waiting")),
  "moderation/reports/queries.myReports": community(myReports),
  "moderation/suspensions/commands.suspendPerson": desk((access, { w, more }) =>
    suspendPerson(access, { person: w.target, days: 7, reason }, more),
  ),
  "moderation/suspensions/commands.suspendPerson a manager": desk(
    (access, { w, more }) => suspendPerson(access, { person: w.people.unverifiedManager, days: 7, reason }, more),
    { who: who.owning, hidden: false },
  ),
  "moderation/suspensions/commands.liftSuspension": desk((access, { w, more }) => {
    const person = w.people.suspended;
    return liftSuspension(access, { person, suspension: w.suspensionOf.suspended }, more);
  }),
  "privacy/download.downloadMine": person(async (access, { more }) => {
    const { stream } = await downloadMine(access, { locale: "en" }, more);
    await stream.cancel();
  }),
  "privacy/queries.heldAbout": person(heldAbout),
  "privacy/queries.whoLookedAtMe": person(whoLookedAtMe),
  "privacy/queries.brandsOnlyMine": person(brandsOnlyMine),
  "files/commands.draftPicture": { ...person(drawn), proof: "AnyAccess" },
  "files/queries.fileToServe": {
    ...person(async (access) => fileToServe(access, await drawn(access), "small")),
    proof: "AnyAccess",
  },
  "files/serve.serve": visitor(
    (access, { w }) => serve(access, new Request("https://tea.example/"), w.draft, "small"),
    { who: ["member"], hidden: true },
  ),
  "files/serve.serve in a post among insiders": visitor(
    (access, { w }) => serve(access, new Request("https://tea.example/"), w.a.talk.insiders.picture, "small"),
    { who: who.readingInsiders, hidden: true },
  ),
  "files/uploads.beginPicture": person((access, { more }) => beginPicture(access, { size: 100 }, more)),
  "files/uploads.beginImport": desk((access, { more }) => beginImport(access, { size: 100 }, more)),
  "files/uploads.progressOf": person(async (access) => progressOf(access, (await firstPart(access)).id)),
  "files/uploads.addPart": person(firstPart),
  "files/uploads.cancelUpload": person(async (access) => cancelUpload(access, (await firstPart(access)).id)),
  "pictures/commands.attachPictures": {
    ...person(async (access) =>
      attachPictures(access, "Look.", { pictures: [new File([await plain("png", 30, 20)], "a.png")] }),
    ),
    proof: "AnyAccess",
  },
  "mail/commands.sendAgain": person((access, { w, more }) => sendAgain(access, { mailId: w.doubtfulMail }, more), {
    who: ["member"],
    hidden: false,
  }),
  "mail/queries.mailInDoubt": person(mailInDoubt),
  "realtime/answers.answerAuthorization": person(
    (access, { w }) => {
      const body = new URLSearchParams({
        socket_id: "1.1",
        channel_name: `private-space-${w.a.rooms.hidden.id}-${w.hiddenEpoch}`,
        community: w.a.communityId,
      });
      return answerAuthorization(access, new Request("https://tea.example/", { method: "POST", body }));
    },
    { who: who.readingInsiders },
  ),
  "realtime/answers.answerCatchUp": person(
    (access, { w }) => {
      const asked = new URLSearchParams({ channel: `space:${w.a.rooms.hidden.id}`, community: w.a.communityId });
      return answerCatchUp(access, new Request(`https://tea.example/?${asked}`));
    },
    { who: who.readingInsiders },
  ),
  "settings/commands.changeMySetting": person((access, { more }) =>
    changeMySetting(access, { setting: "keyboardShortcuts", value: false }, more),
  ),
  "settings/commands.changeMemberSetting": member((access, { more }) =>
    changeMemberSetting(access, { setting: "mailReports", value: false }, more),
  ),
  "settings/commands.changeCommunitySetting": desk((access, { more }) =>
    changeCommunitySetting(access, { setting: "publicDirectory", value: false }, more),
  ),
  "settings/commands.changeBrandSetting": {
    // No setting can be chosen for a brand today.
    ...brand((access, { more }) => changeBrandSetting(access, { setting: "signUpsOpen", value: true }, more), {
      who: who.nobody,
      hidden: false,
    }),
  },
  "settings/commands.changeOperatorSetting": product((access, { more }) =>
    changeOperatorSetting(access, { setting: "signUpsOpen", value: true }, more),
  ),
};

/** What the gate opens by itself, for who reads and who writes in a room. */
export const gateActs: Rows = {
  "gate.openSpace hidden": community((access, { w }) => openSpace(access, w.a.rooms.hidden.slug), {
    who: who.readingInsiders,
    hidden: true,
  }),
  "gate.openSpace members": community(
    async (access, { w }) => inside(await openSpace(access, w.a.rooms.members.slug)),
    {
      who: who.readingMembers,
      hidden: true,
    },
  ),
  "gate.openSpace listed": community(async (access, { w }) => openSpace(access, w.a.rooms.insiders.slug)),
  "gate.openSpaceToWrite": community(
    async (access, { w }) => openSpaceToWrite(inside(await openSpace(access, w.a.rooms.announcements.slug))),
    { who: who.leadingVerified, signIn: true },
  ),
  "gate.openSpaceById listed": community(
    ({ viewer, community: { id } }, { w }) => openSpaceById(viewer, id, w.a.rooms.insiders.id),
    {
      who: who.readingInsiders,
      hidden: true,
    },
  ),
  "gate.openPerson": visitor(({ viewer }) => openPerson(viewer), { who: who.signedIn, signIn: true }),
  "gate.openProvenPerson long after the proof": visitor(
    ({ viewer }) => openProvenPerson({ ...viewer, proven: false }),
    { who: who.nobody, signIn: true },
  ),
  "gate.openBrand before the address is proven": visitor(
    ({ viewer }, { w }) => openBrand({ ...viewer, verified: false }, w.a.brand),
    {
      who: who.nobody,
      hidden: true,
    },
  ),
  "gate.openMember": community((access) => openMember(access), { who: who.takingPart }),
  "gate.openOwnMembership": community((access) => openOwnMembership(access), { who: who.belonging }),
};

type Opened = Awaited<ReturnType<typeof openSpace>>;
const inside = (opened: Opened) => {
  if ("inside" in opened) return opened.inside;
  throw refuse.notFound();
};

/** Comes last: the bytes of files are not in the database, so they alone are not there again when it is taken back. */
export const lastActs: Rows = {
  "privacy/commands.eraseMe": person((access, { more }) => eraseMe(access, { mode: "texts" }, more), {
    // The only owner of a brand must find another one first.
    who: who.without(who.signedIn, "ownerB"),
  }),
};
