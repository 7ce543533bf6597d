import * as who from "./principals";
import type { World } from "./principals-world";

/** One door as it is knocked on over HTTP. */
export interface DoorRow {
  readonly path: (w: World) => string;
  /** Who is answered with the thing itself: 200, or 303 after a write. */
  readonly who: who.Who;
  /** What the others may be answered. A redirect within our own pages is 307. */
  readonly else: readonly number[];
  /** An address of the same form that never led anywhere: who may not know gets the same bytes from both. */
  readonly never?: (w: World) => string;
  /** Of a POST: what is typed. */
  readonly form?: (w: World, who: who.Principal) => Record<string, string> | Promise<Record<string, string>>;
  /** Of what is no form. */
  readonly raw?: (w: World) => { body?: BodyInit; headers?: Record<string, string> };
  /** Sent by programs that say no origin and are signed in as nobody: the address itself is the proof. */
  readonly anywhere?: true;
  /** The answer when allowed, where it is another than 200 or 303. */
  readonly good?: number;
}

export type DoorRows = Record<string, DoorRow>;
type Path = DoorRow["path"];
type More = Partial<DoorRow>;

/** What was never anything's. */
export const never = { id: "3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa", slug: "zzznever", token: "zzznever".repeat(5) };

const row =
  (declared: Pick<DoorRow, "who" | "else">) =>
  (path: string | Path, more: More = {}): DoorRow => ({
    ...declared,
    path: typeof path === "string" ? () => path : path,
    ...more,
  });

/** The same page for everybody, with more or less on it. */
export const open = row({ who: who.everyone, else: [] });
/** One's own account: visitors are sent to sign in. */
export const mine = row({ who: who.signedIn, else: [307] });
/** Of what nobody finds there today. */
export const nothing = row({ who: who.nobody, else: [404] });

const inA = (path: string): Path => ((w) => `/${w.a.community}${path}`) as Path;
const deskPage = (part: string, more: More = {}): DoorRow => ({
  path: inA(`/manage${part}`),
  who: who.leading,
  else: [404],
  ...more,
});
const brandPage = (part: string): DoorRow => ({
  path: (w) => `/brands/${w.a.brand}${part}`,
  never: () => `/brands/${never.slug}${part}`,
  who: who.owning,
  else: [404],
});
const spacePage = (of: "announcements" | "members" | "insiders" | "hidden", more: More): DoorRow => ({
  path: (w) => `/${w.a.community}/spaces/${w.a.rooms[of].slug}`,
  who: who.everyone,
  else: [404],
  ...more,
});
const neverASpace = inA(`/spaces/${never.slug}`);

export const communityPages: DoorRows = {
  "GET /[community]": open(inA("")),
  "GET /[community] that is asked": open((w) => `/${w.a.asking}`),
  "GET /[community] by invitation": open((w) => `/${w.a.closed}`),
  "GET /[community] that never was": nothing(`/${never.slug}`),
  "GET /[community]/[...rest]": nothing(inA("/nothing/here")),
  "GET /[community]/about": open(inA("/about")),
  "GET /[community]/join": open(inA("/join")),
  "GET /[community]/join asking": open((w) => `/${w.a.asking}/join`),
  "GET /[community]/invite": open(inA("/invite")),
  "GET /[community]/report": open(inA("/report")),
  "GET /[community]/terms": open(inA("/terms")),
  "GET /[community]/privacy": open(inA("/privacy")),
  "GET /[community]/rules": open(inA("/rules")),
  "GET /[community]/invitation/[token]": open((w) => `/${w.a.community}/invitation/${w.a.invitation.token}`),
  "GET /[community]/invitation/[token] of another community": nothing(
    (w) => `/${w.a.community}/invitation/${w.a.guestToken}`,
    { never: inA(`/invitation/${never.token}`) },
  ),
  "GET /[community]/leave": { path: inA("/leave"), who: who.belonging, else: [307] },
  "GET /[community]/badges": open(inA("/badges")),
  "GET /[community]/badges/[badge] that a door names": open(inA("/badges/moth")),
  "GET /[community]/badges/[badge]": {
    path: inA("/badges/lamp"),
    never: inA(`/badges/${never.slug}`),
    who: who.readingMembers,
    else: [404],
  },
  "GET /[community]/members": open(inA("/members")),
  "GET /[community]/members/[member]": {
    path: (w) => `/${w.a.community}/members/${w.target}`,
    never: inA(`/members/${never.id}`),
    who: who.takingPart,
    else: [404],
  },
  "GET /[community]/members/[member] of another community": nothing(
    (w) => `/${w.a.community}/members/${w.people.memberB}`,
    { never: inA(`/members/${never.id}`) },
  ),
  "GET /[community]/spaces": open(inA("/spaces")),
  "GET /[community]/spaces/[space] open": spacePage("announcements", {}),
  "GET /[community]/spaces/[space] with a door": spacePage("insiders", {}),
  "GET /[community]/spaces/[space] of members": spacePage("members", { who: who.readingMembers, never: neverASpace }),
  "GET /[community]/spaces/[space] hidden": spacePage("hidden", { who: who.readingInsiders, never: neverASpace }),
  "GET /[community]/spaces/[space]/[...rest]": nothing((w) => `/${w.a.community}/spaces/${w.a.rooms.hidden.slug}/x`, {
    never: inA(`/spaces/${never.slug}/x`),
  }),
  "GET /[community]/manage": deskPage(""),
  "GET /[community]/manage/badges": deskPage("/badges"),
  "GET /[community]/manage/invitations": deskPage("/invitations"),
  "GET /[community]/manage/people": deskPage("/people"),
  "GET /[community]/manage/people/[person]": deskPage("", {
    path: (w) => `/${w.a.community}/manage/people/${w.target}`,
    never: inA(`/manage/people/${never.id}`),
  }),
  "GET /[community]/manage/reports": deskPage("/reports", { who: who.reporting }),
  "GET /[community]/manage/requests": deskPage("/requests"),
  "GET /[community]/manage/limits": deskPage("/limits"),
  "GET /[community]/manage/settings": deskPage("/settings"),
  "GET /[community]/manage/spaces": deskPage("/spaces"),
  "GET /[community]/manage/spaces/new": deskPage("/spaces/new"),
  "GET /[community]/manage/spaces/[space]": deskPage("", {
    path: (w) => `/${w.a.community}/manage/spaces/${w.a.rooms.hidden.slug}`,
    never: inA(`/manage/spaces/${never.slug}`),
  }),
};

export const otherPages: DoorRows = {
  "GET /": open("/"),
  // Once there is a community there is nothing to found.
  "GET /found": { path: () => "/found", who: who.nobody, else: [307] },
  "GET /brands/[brand]": brandPage(""),
  "GET /brands/[brand]/badges": brandPage("/badges"),
  "GET /brands/[brand]/legal": brandPage("/legal"),
  "GET /brands/[brand]/owners": brandPage("/owners"),
  "GET /brands/[brand]/settings": brandPage("/settings"),
  "GET /check-mail": open("/check-mail"),
  "GET /demo": nothing("/demo"),
  "GET /demo/mail": nothing("/demo/mail"),
  "GET /demo/mail/[mail]": nothing((w) => `/demo/mail/${w.doubtfulMail}`, { never: () => `/demo/mail/${never.id}` }),
  "GET /settings": { path: () => "/settings", who: who.nobody, else: [307] },
  "GET /settings/data": mine("/settings/data"),
  "GET /settings/data/delete": mine("/settings/data/delete"),
  "GET /settings/devices": mine("/settings/devices"),
  "GET /settings/notifications": mine("/settings/notifications"),
  "GET /settings/profile": mine("/settings/profile"),
  "GET /settings/prove": mine("/settings/prove"),
  "GET /settings/security": mine("/settings/security"),
  "GET /settings/security/email": mine("/settings/security/email"),
  "GET /settings/security/password": mine("/settings/security/password"),
  "GET /settings/security/providers": mine("/settings/security/providers"),
  "GET /settings/security/recovery-codes": mine("/settings/security/recovery-codes"),
  "GET /settings/security/second-step": mine("/settings/security/second-step"),
  "GET /sign-in": open("/sign-in"),
  "GET /sign-in/forgot": open("/sign-in/forgot"),
  "GET /sign-in/link/[token]": open(`/sign-in/link/${never.token}`),
  "GET /sign-in/reset/[token]": open(`/sign-in/reset/${never.token}`),
  // Nobody has given a password yet.
  "GET /sign-in/second-step": { path: () => "/sign-in/second-step", who: who.nobody, else: [307] },
  "GET /sign-up": { path: () => "/sign-up", who: who.visitors, else: [307] },
  "GET /verify/[token]": open(`/verify/${never.token}`),
  "GET /offline": open("/offline"),
  "GET /healthz": open("/healthz"),
  "GET /readyz": open("/readyz"),
  // For a machine with a token of its own.
  "GET /metrics": nothing("/metrics"),
  "GET /api/auth/callback/[provider]": nothing("/api/auth/callback/house"),
};

export const otherDoors: DoorRows = {
  "GET /files/[id]/[variant]": {
    path: (w) => `/files/${w.draft}/small`,
    never: () => `/files/${never.id}/small`,
    who: ["member"],
    else: [404],
  },
  "GET /files/[id]/[variant] in a post that everybody reads": {
    path: (w) => `/files/${w.a.talk.announcements.picture}/small`,
    who: who.everyone,
    else: [404],
  },
  "GET /files/[id]/[variant] in a post among members": {
    path: (w) => `/files/${w.a.talk.members.picture}/small`,
    never: () => `/files/${never.id}/small`,
    who: who.readingMembers,
    else: [404],
  },
  "GET /files/[id]/[variant] in a hidden post": {
    path: (w) => `/files/${w.a.talk.hidden.picture}/large`,
    never: () => `/files/${never.id}/large`,
    who: who.readingInsiders,
    else: [404],
  },
  "POST /files/upload": {
    path: () => "/files/upload",
    who: who.signedIn,
    else: [401],
    good: 201,
    raw: () => ({ body: JSON.stringify({ key: crypto.randomUUID(), size: 100 }) }),
  },
  "HEAD /files/upload/[id]": {
    path: (w) => `/files/upload/${w.upload}`,
    never: () => `/files/upload/${never.id}`,
    who: ["member"],
    else: [401, 404],
  },
  "PATCH /files/upload/[id]": {
    path: (w) => `/files/upload/${w.upload}`,
    never: () => `/files/upload/${never.id}`,
    who: ["member"],
    else: [401, 404],
    raw: () => ({
      body: "half",
      headers: { "upload-offset": "0", "upload-checksum": "sha256 oRrgZGnGN0DXsOz4AvKCoNRulPMaZU3808DcbcJ3+QQ=" },
    }),
  },
  "DELETE /files/upload/[id]": {
    path: (w) => `/files/upload/${w.upload}`,
    never: () => `/files/upload/${never.id}`,
    who: ["member"],
    else: [401, 404],
    good: 204,
  },
  "GET /api/realtime/catch-up": {
    path: (w) => `/api/realtime/catch-up?channel=space:${w.a.rooms.hidden.id}&community=${w.a.communityId}`,
    never: (w) => `/api/realtime/catch-up?channel=space:${never.id}&community=${w.a.communityId}`,
    who: who.readingInsiders,
    else: [401, 404],
  },
  "POST /api/realtime/auth": {
    path: () => "/api/realtime/auth",
    who: who.readingInsiders,
    else: [401, 404],
    raw: (w) => ({
      body: new URLSearchParams({
        socket_id: "1.1",
        channel_name: `private-space-${w.a.rooms.hidden.id}-${w.hiddenEpoch}`,
        community: w.a.communityId,
      }),
    }),
  },
};
