import { db } from "@/db/client";
import {
  openDesk,
  openMember,
  openNewcomer,
  openPerson,
  openReports,
  openSpace,
  openSpaceToWrite,
  openThread,
  openThreadToWrite,
} from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { profileInput } from "@/lib/accounts/input";
import { changeProfile } from "@/lib/accounts/profile";
import { issueTicket, redeemTicket } from "@/lib/accounts/sessions";
import { grantBadge, makeBadge } from "@/lib/badges/commands";
import { badgeInput, grantInput } from "@/lib/badges/input";
import { foundCommunity, publishLegalText } from "@/lib/brands/commands";
import { foundCommunityInput, legalInput } from "@/lib/brands/input";
import { joinCommunity, removePerson } from "@/lib/members/commands";
import { removePersonInput } from "@/lib/members/input";
import { inviteByLink } from "@/lib/members/invitations/commands";
import { invitationToken } from "@/lib/members/invitations/token";
import { askToJoin, decideRequest } from "@/lib/members/requests/commands";
import { askToJoinInput, decideRequestInput } from "@/lib/members/requests/input";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { answerReportInput, makeReportInput } from "@/lib/moderation/reports/input";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { suspendInput } from "@/lib/moderation/suspensions/input";
import { writePost } from "@/lib/posts/commands";
import { writePostInput } from "@/lib/posts/input";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { startThread } from "@/lib/threads/commands";
import { startThreadInput } from "@/lib/threads/input";
import { holdFirstPosts, moderate } from "./hostile-moderation";
import { account, asOwner, asPerson, newKey } from "./principals-make";
import type { World } from "./principals-world";

/** What came of it, to be found on pages again. */
export interface Said {
  /** What must stand on a page as words: every room and badge, and one person. */
  readonly shown: string[];
  /** Ids of people with such names: a member, one who is suspended, one who was removed. All were turned down elsewhere. */
  readonly people: { member: string; suspended: string; removed: string };
  readonly invitation: string;
  readonly rooms: string[];
  readonly badges: string[];
  readonly halls: string[];
  /** Where each of the strings is the title of a thread, and one thread has them all as posts. */
  readonly threads: { readonly community: string; readonly space: string; readonly all: string };
}

/** Every string wherever somebody can write, through the product's own limits: what a form would refuse is left out. */
export async function sayEverywhere(world: World, strings: readonly string[]): Promise<Said> {
  const { a, people } = world;
  const said = { shown: [] as string[], rooms: [] as string[], badges: [] as string[], halls: [] as string[] };
  const desk = async (slug = a.community) => openDesk(await asPerson(people.owner, slug));
  const brand = () => asOwner(people.owner, a.brand);
  // Of what nobody sees a text may hold line ends only.
  const all = strings.join("\n\n").replace(/[^\P{Cc}\n\t]/gu, "");

  for (const [n, text] of every(15, strings)) {
    const place = { communitySlug: `hall-${n}`, zone: "UTC", locale: "en", colour: "", joinMode: "open" };
    const words = { communityName: text.slice(0, 60), purpose: text.slice(0, 160), about: all.slice(0, 5_000) };
    const hall = foundCommunityInput.safeParse({ ...place, ...words });
    if (!hall.success) continue;
    await foundCommunity(await brand(), hall.data, newKey());
    said.halls.push(place.communitySlug);
  }
  for (const [n, text] of strings.entries()) {
    const facts = {
      readAudience: "members",
      writeAudience: "members",
      readBadges: [],
      writeBadges: [],
      door: "listed",
    };
    const slug = `room-${n}`;
    const room = makeSpaceInput.safeParse({ ...facts, slug, name: text.slice(0, 60), purpose: text.slice(0, 300) });
    if (!room.success) continue;
    // A room stands in the frame of every page of its community: the first few do that where all pages are looked at.
    const hall = said.rooms.length < 4 ? a.community : said.halls[0];
    await makeSpace(await desk(hall), room.data, newKey());
    said.rooms.push(slug);
    said.shown.push(room.data.name);
  }
  for (const [n, text] of every(3, strings)) {
    const words = { name: text.slice(0, 40), meaning: text.slice(0, 300), earned: text.slice(0, 300) };
    const made = { slug: `badge-${n}`, kind: "role", motif: "key", editionSize: "" };
    const badge = badgeInput.safeParse({ ...made, ...words });
    if (!badge.success) continue;
    await makeBadge(await brand(), badge.data, newKey());
    said.badges.push(made.slug);
    said.shown.push(badge.data.name);
  }
  const threads = await talk(said.halls[0]!);
  const legal = { kind: "rules", text: all.slice(0, 50_000) };
  await publishLegalText(await brand(), legalInput.parse(legal), newKey());

  await holdFirstPosts(world);
  const those: string[] = [];
  for (const [n, text] of every(4, strings)) {
    const person = await account(`hostile${n}`, "");
    const words = { name: text.slice(0, 60), bio: text.slice(0, 500), locale: "", zone: "" };
    const profile = profileInput.safeParse(words);
    if (!profile.success) continue;
    await changeProfile(openPerson(await viewerOf(person)), profile.data, newKey());
    await joinCommunity(openNewcomer(await asPerson(person, a.community)), {}, newKey());
    await isDealtWith(person, text);
    await moderate(world, person, text, those.length % 2 === 0);
    if (those.length === 0) said.shown.push(profile.data.name, profile.data.bio);
    those.push(person);
  }

  /** Every fourth string begins a thread, and all of them are posts of one. */
  async function talk(hall: string) {
    const space = said.rooms.at(-1)!;
    const found = await openSpace(await asPerson(people.owner, hall), space);
    if (!("inside" in found)) throw new Error("The owner is not let into a room of theirs.");
    const begin = async (title: string, text: string) => {
      const thread = startThreadInput.safeParse({ space, title, text });
      return thread.success ? startThread(openSpaceToWrite(found.inside), thread.data, newKey()) : undefined;
    };
    for (const [, text] of every(4, strings)) await begin(text.slice(0, 120), text);
    const one = await begin("All of them", strings[0]!);
    const place = await openThread(await asPerson(people.owner, hall), one!.threadId);
    for (const text of strings) {
      const post = writePostInput.safeParse({ thread: one!.threadId, text });
      if (post.success) await writePost(openThreadToWrite(place), post.data, newKey());
    }
    return { community: hall, space, all: one!.threadId };
  }

  /** What others say to them, and they to others. */
  async function isDealtWith(person: string, text: string) {
    const reason = text.slice(0, 300);
    const report = makeReportInput.safeParse({ about: text, reason: "other", text: `${text} ${text} too` });
    if (report.success) {
      const { reportId } = await makeReport(await asPerson(person, a.community), report.data, newKey());
      const answer = answerReportInput.safeParse({ report: reportId, answer: reason });
      const reports = openReports(await asPerson(people.owner, a.community));
      if (answer.success && those.length % 2 === 0) await answerReport(reports, answer.data, newKey());
    }
    const asked = askToJoinInput.safeParse({ message: text });
    if (asked.success) {
      const newcomer = openNewcomer(await asPerson(person, a.asking));
      const { requestId: request } = await askToJoin(newcomer, asked.data, newKey());
      const no = decideRequestInput.safeParse({ request, decision: "turned down", reason });
      if (no.success && those.length < 6) await decideRequest(await desk(a.asking), no.data, newKey());
    }
    const grant = grantInput.safeParse({ badgeId: a.spareBadge, personId: person, reason });
    if (grant.success) await grantBadge(await desk(), grant.data, newKey());
  }

  const [member = "", suspended = "", removed = ""] = those;
  const why = strings[0]!;
  await suspendPerson(await desk(), suspendInput.parse({ person: suspended, days: 7, reason: why }), newKey());
  await removePerson(await desk(), removePersonInput.parse({ person: removed, reason: why }), newKey());
  const link = await inviteByLink(openMember(await asPerson(member, a.community)), { uses: 9, days: 7 }, newKey());
  for (const device of strings.slice(0, 6)) {
    const ticket = await db().transaction((tx) => issueTicket(tx, people.owner, { device }));
    await redeemTicket(ticket);
  }
  return { ...said, threads, people: { member, suspended, removed }, invitation: invitationToken(link.invitationId) };
}

const every = (step: number, strings: readonly string[]) => [...strings.entries()].filter(([n]) => n % step === 0);
