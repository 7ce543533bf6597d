import { openDesk, openMember, openNewcomer, openReports } from "@/lib/access/gate";
import { grantBadge, makeBadge, revokeBadge } from "@/lib/badges/commands";
import { addOwner, foundCommunity, publishLegalText } from "@/lib/brands/commands";
import { giveRole, joinCommunity, removePerson } from "@/lib/members/commands";
import { giveDuty } from "@/lib/members/duties/commands";
import { inviteByLink, redeemInvitation } from "@/lib/members/invitations/commands";
import { invitationToken } from "@/lib/members/invitations/token";
import { askToJoin, decideRequest } from "@/lib/members/requests/commands";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { makeSpace } from "@/lib/spaces/commands";
import type { Canaries } from "./canary";
import {
  everyone,
  inB,
  leading,
  type Principal,
  readingInsiders,
  readingMembers,
  reporting,
  type Who,
} from "./principals";
import { beginDrafts } from "./principals-drafts";
import { holdSome } from "./principals-held";
import { type Imports, importSome } from "./principals-imports";
import { sayWords, type Words } from "./principals-lexicon";
import { account, asOwner, asPerson, emailOf, newKey } from "./principals-make";
import { type Moderated, moderate } from "./principals-moderation";
import { type Ordered, putInOrder } from "./principals-ordering";
import { type Talks, talkInAll, toldOf } from "./principals-talk";

type Room = { id: string; slug: string };

/** One brand with what stands in it. */
export interface Side {
  readonly brand: string;
  readonly owner: string;
  /** Slugs: one that anybody joins, one that is asked, one that is by invitation only. */
  readonly community: string;
  readonly communityId: string;
  readonly asking: string;
  readonly closed: string;
  readonly badge: string;
  readonly spareBadge: string;
  readonly rooms: Record<"announcements" | "members" | "insiders" | "hidden", Room>;
  readonly talk: Talks;
  readonly ordered: Ordered;
  readonly moderated: Moderated;
  readonly words: Words;
  /** What the member is told: that the insider answered them among members. */
  readonly told: string;
  readonly grant: string;
  readonly duty: string;
  /** Of somebody whom nothing else concerns. */
  readonly suspension: string;
  readonly report: string;
  /** A thread of the member that waits among members. */
  readonly held: string;
  readonly imports: Imports;
  /** A request that waits in the community that is asked. */
  readonly request: string;
  readonly invitation: { id: string; token: string };
  /** To the community that is by invitation only. */
  readonly guestToken: string;
}

const members = ["member", "insider", "moderator", "representative", "manager"] as const;
const onlyInA: Principal[] = [
  "spaceModerator",
  "employed",
  "suspended",
  "suspendedManager",
  "removed",
  "unverified",
  "unverifiedManager",
];

export async function foundSide(
  brand: string,
  canaries: Canaries,
  people: Readonly<Record<Principal, string>>,
  target: string,
  letter: "a" | "b",
): Promise<Side> {
  const isA = letter === "a";
  const mark = (what: string, readers: Who, met = readers) =>
    canaries.mark(`${what} ${letter}`, isA ? readers : inB(readers), isA ? met : inB(met));
  const ownerId = isA ? people.owner : people.ownerB;
  const owner = () => asOwner(ownerId, brand);
  const personOf = (who: (typeof members)[number]) => people[isA ? who : (`${who}B` as const)];

  const found = async (slug: string, joinMode: "open" | "request" | "invitation") =>
    foundCommunity(
      await owner(),
      {
        communityName: `Community ${slug}`,
        communitySlug: slug,
        purpose: `What ${slug} is for`,
        about: "",
        zone: "Europe/Berlin",
        locale: "en",
        joinMode,
        colour: "",
      },
      newKey(),
    );
  const { slug: community, communityId } = await found(`${brand}-hall`, "open");
  const { slug: asking, communityId: quietId } = await found(`${brand}-asks`, "request");
  const { slug: closed } = await found(`${brand}-shut`, "invitation");
  const desk = async (slug = community) => openDesk(await asPerson(ownerId, slug));
  const enter = async (who: string) => joinCommunity(openNewcomer(await asPerson(who, community)), {}, newKey());

  for (const kind of ["terms", "privacy", "rules"] as const)
    await publishLegalText(await owner(), { kind, text: `The ${kind} of ${brand}.` }, newKey());
  if (isA) await addOwner(await owner(), { email: emailOf("ownerApart") }, newKey());

  const badgeFacts = { kind: "recognition", motif: "key", earned: "", editionSize: null } as const;
  const newBadge = async (slug: string) =>
    (await makeBadge(await owner(), { ...badgeFacts, slug, name: slug, meaning: `Means ${slug}.` }, newKey())).badgeId;
  const badge = await newBadge("moth");
  const spareBadge = await newBadge("lamp");

  const insiders = [
    ...members.map(personOf).slice(1, 2),
    ...(isA ? [people.spaceModerator, people.suspended, people.unverified] : []),
  ];
  for (const who of [...members.map(personOf), ...(isA ? onlyInA.map((one) => people[one]) : []), target])
    await enter(who);
  const role = async (who: string, to: "representative" | "manager", employed = false) =>
    giveRole(await desk(), { person: who, role: to, employed }, newKey());
  await role(personOf("manager"), "manager");
  await role(personOf("representative"), "representative");
  const reason = (what: string, readers: Who, met = readers) => mark(`reason of ${what}`, readers, met);
  if (isA) {
    await role(people.employed, "representative", true);
    await role(people.suspendedManager, "manager");
    await role(people.unverifiedManager, "manager");
  }
  let grant = "";
  for (const personId of [...insiders, target])
    grant = (
      await grantBadge(await desk(), { badgeId: badge, personId, reason: reason("grant", readingMembers) }, newKey())
    ).grantId;

  const room = async (
    slug: string,
    facts: { door: "listed" | "hidden"; inside: "everyone" | "members" | "badges"; readers: Who },
  ): Promise<Room> => {
    const badges = facts.inside === "badges" ? [badge] : [];
    // What everyone reads, only holders of a badge that nobody has write: its leaders.
    const open = facts.inside === "everyone";
    // The sign of a listed door is public; that of a hidden one is known inside only.
    const text = (what: string) =>
      facts.door === "hidden" ? mark(`${slug} ${what}`, facts.readers) : `${slug} ${what}`;
    const named = facts.door === "hidden" ? mark(`${slug} slug`, facts.readers) : slug;
    const made = await makeSpace(
      await desk(),
      {
        slug: named,
        name: text("name"),
        purpose: text("purpose"),
        readAudience: facts.inside,
        writeAudience: facts.inside === "members" ? "members" : "badges",
        readBadges: badges,
        writeBadges: open ? [spareBadge] : badges,
        needs: "any",
        door: facts.door,
        questions: facts.inside === "members",
      },
      newKey(),
    );
    return { id: made.spaceId, slug: named };
  };
  const rooms = {
    announcements: await room("news", { door: "listed", inside: "everyone", readers: everyone }),
    members: await room("table", { door: "hidden", inside: "members", readers: readingMembers }),
    insiders: await room("hearth", { door: "listed", inside: "badges", readers: readingInsiders }),
    hidden: await room("cellar", { door: "hidden", inside: "badges", readers: readingInsiders }),
  };

  const moderator = personOf("moderator");
  const { dutyId: duty } = await giveDuty(await desk(), { person: target, space: null }, newKey());
  await giveDuty(await desk(), { person: moderator, space: null }, newKey());
  if (isA) await giveDuty(await desk(), { person: people.spaceModerator, space: rooms.insiders.id }, newKey());

  const talk = await talkInAll({
    community,
    rooms,
    moderator,
    manager: personOf("manager"),
    member: personOf("member"),
    insider: personOf("insider"),
    mark,
  });

  await beginDrafts({ community, member: personOf("member"), room: rooms.members, talk: talk.members, mark });
  const ordered = await putInOrder({
    community,
    rooms,
    talk,
    manager: personOf("manager"),
    member: personOf("member"),
    mark,
  });

  const held = await holdSome({
    community,
    owner: ownerId,
    moderator,
    member: personOf("member"),
    insider: personOf("insider"),
    rooms,
    talk,
    mark,
  });

  const imports = await importSome({
    communityId,
    quietId,
    owners: [ownerId, ...(isA ? [people.ownerApart] : [])],
    member: personOf("member"),
    mark,
  });

  const reportIt = async (who: string, readers: Who) =>
    makeReport(
      await asPerson(who, community),
      { about: `/${community}`, reason: "other", text: `Look at this: ${mark("report", readers)}`, email: undefined },
      newKey(),
    );
  const { reportId: report } = await reportIt(personOf("member"), [...reporting, "member"]);
  const answered = await reportIt(personOf("representative"), [...reporting, "representative"]);
  await answerReport(
    openReports(await asPerson(moderator, community)),
    { report: answered.reportId, answer: mark("answer", [...reporting, "representative"]) },
    newKey(),
  );
  const revoked = await grantBadge(
    await desk(),
    { badgeId: spareBadge, personId: personOf("member"), reason: reason("revoked grant", leading, []) },
    newKey(),
  );
  await revokeBadge(await desk(), { grantId: revoked.grantId, reason: reason("revoking", leading, []) }, newKey());
  const turnedDown = isA ? people.outsider : people.representativeB;
  const asks = async (who: string, message: string) =>
    askToJoin(openNewcomer(await asPerson(who, asking)), { message }, newKey());
  const { requestId: refused } = await asks(turnedDown, mark("old request", ["outsider", "owner", "ownerApart"], []));
  const why = mark("turning down", ["outsider", "owner", "ownerApart"], ["outsider"]);
  await decideRequest(await desk(asking), { request: refused, decision: "turned down", reason: why }, newKey());
  const asker = isA ? people.unverifiedOutsider : people.insiderB;
  const { requestId: request } = await asks(asker, mark("request", ["owner", "ownerApart"]));
  const invite = async (slug: string, by: string) => {
    const access = openMember(await asPerson(by, slug));
    const { invitationId: id } = await inviteByLink(access, { uses: 100, days: 30 }, newKey());
    return { id, token: invitationToken(id) };
  };
  const invitation = await invite(community, personOf("member"));
  const { token: guestToken } = await invite(closed, ownerId);
  const brought = await account(`brought${letter}`, "");
  await redeemInvitation(openNewcomer(await asPerson(brought, community)), { token: invitation.token }, newKey());

  const suspend = async (person: string, why: string) =>
    (await suspendPerson(await desk(), { person, days: 30, reason: why }, newKey())).suspensionId;
  const troubled = await account(`troubled${letter}`, "");
  await enter(troubled);
  const suspension = await suspend(troubled, reason("a suspension", reporting));
  if (isA) {
    await suspend(people.suspended, reason("suspension", [...reporting, "suspended"]));
    await suspend(people.suspendedManager, reason("suspended manager", [...reporting, "suspendedManager"]));
    await giveDuty(await desk(), { person: people.suspended, space: null }, newKey());
    await removePerson(
      await desk(),
      { person: people.removed, reason: reason("removal", [...reporting, "removed"]) },
      newKey(),
    );
  }
  const moderated = await moderate({
    community,
    talk,
    moderator,
    manager: personOf("manager"),
    member: personOf("member"),
    insider: personOf("insider"),
    target,
    mark,
  });
  const words = await sayWords({
    community,
    communityId,
    rooms,
    talk,
    moderator,
    member: personOf("member"),
    insider: personOf("insider"),
    representative: personOf("representative"),
    mark,
  });
  return {
    moderated,
    words,
    brand,
    owner: ownerId,
    community,
    communityId,
    asking,
    closed,
    badge,
    spareBadge,
    rooms,
    talk,
    ordered,
    told: await toldOf(personOf("member"), talk.members.posts.answer),
    grant,
    duty,
    suspension,
    report,
    held,
    imports,
    request,
    invitation,
    guestToken,
  };
}
