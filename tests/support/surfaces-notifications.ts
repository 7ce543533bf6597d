import { insideOf, openMember, openMemberInside, openSpaces } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { changeWishes, hearLessOf, markNotificationsRead, unsubscribe } from "@/lib/notifications/commands";
import { wishesInput } from "@/lib/notifications/input";
import { linesOfMail, notificationOf, notificationsOf, unreadOf } from "@/lib/notifications/queries";
import { tokenFor } from "@/lib/notifications/token";
import { paths } from "@/lib/paths";
import * as who from "./principals";
import type { World } from "./principals-world";
import { community, member, person, type Row, type Rows, visitor } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never, open } from "./surfaces-doors";

/** What somebody is told of, and how they hear less of it. */

/** Of the member: that the insider answered them. */
const line = (w: World) => w.a.told;
const wishes = wishesInput.parse({
  ...{ tellMention: "mail", tellAnswer: "mail", tellQuote: "digest", tellWatched: "digest", tellStarted: "digest" },
  ...{ tellAccepted: "digest", tellReaction: "app", tellModeration: "mail", quietFrom: "22", quietTo: "07" },
  ...{ digestEvery: "daily", digestHour: "08", mailsADay: "3" },
});

/** All that a member reads, as the page of notifications opens it. */
const reading = (
  run: (access: ReturnType<typeof openMemberInside>, w: World) => unknown,
  more: Partial<Row> = {},
): Row => ({
  ...community(async (access, { w }) => {
    const spaces = (await openSpaces(access, true)).flatMap((one) => ("inside" in one ? one.inside : []));
    return run(openMemberInside(insideOf(openMember(access), spaces)), w);
  }),
  proof: "MemberInsideAccess",
  who: who.takingPart,
  signIn: true,
  ...more,
});

export const notificationActs: Rows = {
  "notifications/queries.notificationsOf": reading((access) => notificationsOf(access)),
  // What somebody else is told of is not there.
  "notifications/queries.notificationOf": reading(
    async (access, w) => {
      if (!(await notificationOf(access, line(w)))) throw refuse.notFound();
    },
    { who: ["member"] },
  ),
  "notifications/queries.linesOfMail": reading((access) => linesOfMail(access, never.id, 20)),
  "notifications/queries.unreadOf": member((access) => unreadOf(access)),
  "notifications/commands.markNotificationsRead": member((access, { more }) =>
    markNotificationsRead(access, { until: "2026-01-01T00:00:00Z" }, more),
  ),
  "notifications/commands.hearLessOf": person((access, { more }) => hearLessOf(access, { kind: "reaction" }, more)),
  "notifications/commands.changeWishes": person((access, { more }) => changeWishes(access, wishes, more)),
  // The token says whose mails: whoever holds it is nobody in particular.
  "notifications/commands.unsubscribe": visitor((access, { w, more }) =>
    unsubscribe(access, { token: tokenFor(w.target, "reaction") }, more),
  ),
  "notifications/commands.unsubscribe unsigned": visitor(
    (access, { w, more }) => unsubscribe(access, { token: `${w.target}.reaction.${"x".repeat(43)}` }, more),
    { who: who.nobody, hidden: true },
  ),
};

const token = (w: World) => tokenFor(w.target, "reaction");

export const notificationPages: DoorRows = {
  "GET /[community]/notifications": open((w) => paths.notifications(w.a.community)),
  "GET /[community]/notifications/unread": {
    path: (w) => paths.unread(w.a.community),
    who: who.takingPart,
    else: [401, 403],
  },
  // Leads to the post.
  "GET /[community]/notifications/[notification]": {
    path: (w) => paths.notification(w.a.community, line(w)),
    never: (w) => paths.notification(w.a.community, never.id),
    who: ["member"],
    else: [404],
    good: 307,
  },
  "GET /unsubscribe/[token]": open((w) => paths.unsubscribe(token(w))),
  "GET /do/unsubscribe/[token]": {
    path: (w) => `/do/unsubscribe/${token(w)}`,
    who: who.everyone,
    else: [],
    good: 307,
  },
};

const form = (name: string, allowed: who.Who, typed: DoorRow["form"]): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [401, 403, 404],
  form: typed,
});

/** As a mail program sends it. */
const oneClick = () => ({
  body: "List-Unsubscribe=One-Click",
  headers: { "content-type": "application/x-www-form-urlencoded" },
});

export const notificationForms: DoorRows = {
  "POST /[community]/do/mark-notifications-read": form("mark-notifications-read", who.takingPart, () => ({
    until: "2026-01-01T00:00:00Z",
  })),
  "POST /[community]/do/hear-less": form("hear-less", who.signedIn, () => ({ kind: "reaction" })),
  "POST /[community]/do/follow-from-news": form("follow-from-news", who.takingPart, (w) => ({
    thread: w.a.talk.members.thread.id,
    level: "watch",
  })),
  "POST /do/wishes": {
    path: () => "/do/wishes",
    who: who.signedIn,
    else: [401],
    form: () => wishes,
  },
  "POST /do/unsubscribe/[token]": {
    path: (w) => `/do/unsubscribe/${token(w)}`,
    who: who.everyone,
    else: [],
    anywhere: true,
    raw: oneClick,
  },
  "POST /do/unsubscribe/[token] unsigned": {
    path: (w) => `/do/unsubscribe/${w.target}.reaction.${"x".repeat(43)}`,
    who: who.nobody,
    else: [404],
    anywhere: true,
    raw: oneClick,
  },
};
