import { openSpace } from "@/lib/access/gate";
import { changeBadge, grantBadge, makeBadge, revokeBadge } from "@/lib/badges/commands";
import {
  badgeHere,
  badgesHere,
  badgesOfBrand,
  holdersHere,
  holdersOf,
  membersToGrant,
  myGrant,
} from "@/lib/badges/queries";
import {
  addOwner,
  agreeToLegalText,
  changeBrand,
  foundBrand,
  foundCommunity,
  foundFirst,
  newFoundingCode,
  publishLegalText,
  removeOwner,
} from "@/lib/brands/commands";
import { changeLogo } from "@/lib/brands/logo";
import {
  brandsOf,
  communitiesHere,
  communitiesOfBrand,
  isFounded,
  legalHere,
  legalText,
  legalVersions,
  ownersOfBrand,
} from "@/lib/brands/queries";
import { changeColour, changeCommunity, changePicture } from "@/lib/communities/commands";
import { communityFacts, deskCounts, overview, ownColour } from "@/lib/communities/queries";
import { refuse } from "@/lib/errors";
import { changeSpace, closeSpace, makeSpace, reopenSpace } from "@/lib/spaces/commands";
import { badgesFor, badgesToName, spaceAtDesk, spacesAtDesk, waysIn } from "@/lib/spaces/queries";
import { everyone, leadingVerified, readingInsiders, readingMembers, without } from "./principals";
import { emailOf, newKey, system } from "./principals-make";
import { brand, community, desk, member, product, type Rows, visitor } from "./surfaces-acts";

const place = {
  communityName: "A New Hall",
  communitySlug: "new-hall",
  purpose: "New",
  zone: "UTC",
  locale: "en",
  about: "",
  joinMode: "open",
  colour: "",
} as const;
const badge = {
  name: "New",
  slug: "new-badge",
  meaning: "New",
  earned: "",
  kind: "role",
  motif: "key",
  editionSize: null,
} as const;
const room = {
  name: "A New Room",
  slug: "new-room",
  purpose: "New",
  readAudience: "members",
  writeAudience: "members",
  readBadges: [],
  writeBadges: [],
  needs: "any",
  door: "listed",
} as const;
const facts = { ...room, readBadges: [] as string[], writeBadges: [] as string[] };
const reason = "A reason to read.";

export const communityActs: Rows = {
  "badges/commands.makeBadge": brand((access, { more }) => makeBadge(access, badge, more)),
  "badges/commands.changeBadge": brand((access, { w, more }) => {
    const { slug: _, editionSize: __, ...facts } = badge;
    return changeBadge(access, { ...facts, badge: w.a.badge }, more);
  }),
  "badges/commands.grantBadge": desk(
    (access, { w, more }) => grantBadge(access, { badgeId: w.a.spareBadge, personId: w.target, reason }, more),
    { who: leadingVerified, hidden: false },
  ),
  "badges/commands.revokeBadge": desk(
    (access, { w, more }) => revokeBadge(access, { grantId: w.a.grant, reason }, more),
    { who: leadingVerified, hidden: false },
  ),
  "badges/queries.badgesHere": community(badgesHere),
  "badges/queries.badgeHere": community((access) => badgeHere(access, "lamp"), { who: readingMembers, hidden: true }),
  "badges/queries.holdersOf": member((access, { w }) => holdersOf(access, w.a.badge)),
  "badges/queries.myGrant": member((access, { w }) => myGrant(access, w.a.badge)),
  "badges/queries.badgesOfBrand": brand(badgesOfBrand),
  "badges/queries.holdersHere": desk(holdersHere),
  "badges/queries.membersToGrant": desk(membersToGrant),
  "brands/commands.newFoundingCode": product((access, { more }) => newFoundingCode(access, more)),
  "brands/commands.foundFirst": visitor(
    async (access, { more }) => {
      const code = await newFoundingCode(system(), newKey());
      const owner = { name: "New", email: "new@people.example", password: "a password of the tests" };
      return foundFirst(
        access,
        { ...place, ...owner, code, brandName: "New", colour: "#336633" },
        { ...more, device: "" },
      );
    },
    { slow: true },
  ),
  "brands/commands.foundBrand": product((access, { w, more }) =>
    foundBrand(access, w.target, { brandName: "New", brandSlug: "new-brand", colour: "#336633" }, more),
  ),
  "brands/commands.foundCommunity": brand((access, { more }) => foundCommunity(access, place, more)),
  "brands/commands.changeBrand": brand((access, { more }) =>
    changeBrand(access, { name: "New", colour: "#336633" }, more),
  ),
  "brands/commands.publishLegalText": brand((access, { more }) =>
    publishLegalText(access, { kind: "rules", text: "Be kind." }, more),
  ),
  "brands/commands.agreeToLegalText": member((access, { more }) =>
    agreeToLegalText(access, { kind: "terms", version: 1 }, more),
  ),
  "brands/commands.addOwner": brand((access, { more }) => addOwner(access, { email: emailOf("target") }, more)),
  "brands/commands.removeOwner": brand((access, { w, more }) =>
    removeOwner(access, { personId: w.people.ownerApart }, more),
  ),
  "brands/logo.changeLogo": brand((access, { more }) => changeLogo(access, { remove: "yes" }, more)),
  "brands/queries.communitiesHere": visitor(communitiesHere),
  "brands/queries.isFounded": visitor(isFounded),
  "brands/queries.brandsOf": visitor(brandsOf),
  "brands/queries.communitiesOfBrand": brand(communitiesOfBrand),
  "brands/queries.ownersOfBrand": brand(ownersOfBrand),
  "brands/queries.legalText": community((access) => legalText(access, "terms")),
  "brands/queries.legalHere": community(legalHere),
  "brands/queries.legalVersions": brand((access) => legalVersions(access, "terms")),
  "communities/commands.changeCommunity": desk((access, { more }) =>
    changeCommunity(
      access,
      { name: "New", slug: "new-hall", purpose: "New", about: "", zone: "UTC", locale: "en", joinMode: "open" },
      more,
    ),
  ),
  "communities/commands.changeColour": desk((access, { more }) => changeColour(access, { colour: "#336633" }, more)),
  "communities/commands.changePicture": desk((access, { more }) =>
    changePicture(access, { which: "logo", remove: "yes" }, more),
  ),
  "communities/queries.communityFacts": community(communityFacts),
  "communities/queries.deskCounts": desk(deskCounts),
  "communities/queries.overview": desk(overview),
  "communities/queries.ownColour": desk(ownColour),
  "spaces/commands.makeSpace": desk((access, { more }) => makeSpace(access, facts, more)),
  "spaces/commands.changeSpace": desk((access, { w, more }) =>
    changeSpace(access, { ...facts, space: w.a.rooms.hidden.id }, more),
  ),
  "spaces/commands.closeSpace": desk((access, { w, more }) => closeSpace(access, { space: w.a.rooms.hidden.id }, more)),
  "spaces/commands.reopenSpace": desk(async (access, { w, more }) => {
    await closeSpace(access, { space: w.a.rooms.hidden.id }, newKey());
    return reopenSpace(access, { space: w.a.rooms.hidden.id }, more);
  }),
  "spaces/queries.waysIn": {
    ...community(async (access, { w }) => {
      const found = await openSpace(access, w.a.rooms.insiders.slug);
      if (!("outside" in found)) throw refuse.notFound();
      return waysIn(found.outside);
    }),
    proof: "DoorAccess",
    who: without(everyone, ...readingInsiders),
  },
  "spaces/queries.badgesFor": community((access, { w }) => badgesFor(access, [w.a.badge])),
  "spaces/queries.badgesToName": desk(badgesToName),
  "spaces/queries.spacesAtDesk": desk(spacesAtDesk),
  "spaces/queries.spaceAtDesk": desk((access, { w }) => spaceAtDesk(access, w.a.rooms.hidden.slug)),
};
