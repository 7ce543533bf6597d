import { db } from "@/db/client";
import { newToken } from "@/lib/accounts/tokens";
import { newFoundingCode } from "@/lib/brands/commands";
import * as who from "./principals";
import { emailOf, newKey, system } from "./principals-make";
import type { World } from "./principals-world";
import type { DoorRow, DoorRows } from "./surfaces-doors";

type Form = DoorRow["form"];
type More = Partial<DoorRow>;

const password = "a password of the tests";
const reason = "A reason to read.";
const token = (purpose: "verify" | "magic" | "reset") => async (w: World) => ({
  token: await db().transaction((tx) => newToken(tx, purpose, w.target)),
  password,
});
const nothing: Form = () => ({});

/** Anybody's: what comes before one has an account. */
const visitors = (act: string, form: Form, more: More = {}): DoorRow => ({
  path: () => `/do/${act}`,
  who: who.everyone,
  else: [],
  form,
  ...more,
});
const mine = (act: string, form: Form = nothing, more: More = {}) =>
  visitors(act, form, { who: who.signedIn, else: [401], ...more });
/** No provider is configured where the tests run. */
const provider: More = { who: who.nobody, else: [401, 404] };

const inA = (act: string, allowed: who.Who, otherwise: number[], form: Form = nothing, more: More = {}): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${act}`,
  who: allowed,
  else: otherwise,
  form,
  ...more,
});
const desk = (act: string, form: Form, more: More = {}) => inA(act, who.leading, [404], form, more);
const ofMembers = (act: string, form: Form, more: More = {}) => inA(act, who.takingPart, [401, 403], form, more);
const toComeIn = (act: string, at: "asking" | "closed", form: Form): DoorRow => ({
  path: (w) => `/${w.a[at]}/do/${act}`,
  who: who.without(who.verified, "owner"),
  else: [401, 403, 409],
  form,
});
const ofBrand = (act: string, form: Form): DoorRow => ({
  path: (w) => `/brands/${w.a.brand}/${act}`.replace("/brands/", "/do/brands/"),
  who: who.owning,
  else: [404],
  form,
});

const room = {
  name: "New",
  slug: "new-room",
  purpose: "New",
  readAudience: "members",
  writeAudience: "members",
  door: "listed",
};
const place = { communityName: "New", communitySlug: "new-hall", purpose: "New", zone: "UTC", locale: "en" };
const colour = "#336633";

export const accountForms: DoorRows = {
  "POST /do/sign-up": visitors("sign-up", () => ({ name: "New", email: "new@people.example", password, next: "/" })),
  // The password is wrong for everybody: that it says no more than that is what is tried here.
  "POST /do/sign-in": visitors("sign-in", () => ({ email: emailOf("target"), password, next: "/" }), {
    who: who.nobody,
    // From the tenth on it is too often.
    else: [422, 429],
  }),
  "POST /do/second-step": visitors("second-step", () => ({ code: "123456" }), { who: who.nobody, else: [409] }),
  "POST /do/magic-link": visitors("magic-link", () => ({ email: emailOf("target"), next: "/" })),
  "POST /do/forgot": visitors("forgot", () => ({ email: emailOf("target"), next: "/" })),
  "POST /do/redeem-link": visitors("redeem-link", token("magic")),
  "POST /do/reset": visitors("reset", token("reset")),
  "POST /do/verify": visitors("verify", async (w) => ({ ...(await token("verify")(w)), password: "" })),
  "POST /do/resend-verification": visitors("resend-verification", nothing),
  "POST /do/language": visitors("language", () => ({ locale: "en", next: "/" })),
  "POST /do/theme": visitors("theme", () => ({ theme: "dark", next: "/" })),
  "POST /do/found": visitors("found", async () => ({
    ...place,
    code: await newFoundingCode(system(), newKey()),
    name: "New",
    email: "new@people.example",
    password,
    brandName: "New",
    colour,
  })),
  "POST /do/sign-in-with": visitors("sign-in-with", () => ({ provider: "house", next: "/" }), provider),
  "POST /do/stop-email-change": mine("stop-email-change"),
  "POST /do/avatar": mine("avatar", () => ({ remove: "1" })),
  "POST /do/change-email": mine("change-email", () => ({ email: "moved@people.example" })),
  "POST /do/change-password": mine("change-password", () => ({ password, next: "/" })),
  "POST /do/confirm-email": mine("confirm-email", () => ({ token: "zzznever".repeat(5) }), {
    who: who.nobody,
    else: [401, 409],
  }),
  "POST /do/start-second-factor": mine("start-second-factor"),
  "POST /do/confirm-second-factor": mine("confirm-second-factor", () => ({ code: "123456" }), {
    who: who.nobody,
    else: [401, 409],
  }),
  "POST /do/remove-second-factor": mine("remove-second-factor"),
  "POST /do/new-recovery-codes": mine("new-recovery-codes", nothing, { who: who.nobody, else: [401, 409] }),
  "POST /do/keep-recovery-codes": mine("keep-recovery-codes"),
  "POST /do/download-mine": mine("download-mine", nothing, {
    form: undefined,
    raw: () => ({ body: new URLSearchParams() }),
  }),
  "POST /do/end-session": mine("end-session", async (w, one) => ({
    session: (await w.viewer(one)).sessionId ?? w.target,
  })),
  "POST /do/erase-me": mine("erase-me", () => ({ mode: "texts", sure: "yes" }), {
    who: who.without(who.signedIn, "ownerB"),
    else: [401, 409],
  }),
  "POST /do/link-provider": mine("link-provider", () => ({ provider: "house", next: "/" }), provider),
  "POST /do/prove-with": mine("prove-with", () => ({ provider: "house", next: "/" }), provider),
  "POST /do/unlink-provider": mine("unlink-provider", () => ({ provider: "house" })),
  "POST /do/profile": mine("profile", () => ({ name: "Renamed", bio: "", locale: "", zone: "" })),
  "POST /do/prove": mine("prove", () => ({ password, next: "/" }), { who: who.nobody, else: [401, 422] }),
  "POST /do/setting": mine("setting", () => ({ setting: "keyboardShortcuts" })),
  "POST /do/sign-out": mine("sign-out"),
  "POST /do/sign-out-everywhere": mine("sign-out-everywhere"),
  // Only where the demo world is.
  "POST /do/demo/be": visitors("demo/be", () => ({ who: "member" }), { who: who.nobody, else: [404] }),
};

export const communityForms: DoorRows = {
  "POST /[community]/do/join": inA("join", who.newcomers, [401, 403, 409]),
  "POST /[community]/do/leave": inA("leave", who.belonging, [401, 403]),
  "POST /[community]/do/ask-to-join": toComeIn("ask-to-join", "asking", () => ({ message: "May I?" })),
  // Of them only somebody has asked, who has no proven address any more.
  "POST /[community]/do/withdraw-request": { ...toComeIn("withdraw-request", "asking", nothing), who: who.nobody },
  "POST /[community]/do/redeem-invitation": toComeIn("redeem-invitation", "closed", (w) => ({ token: w.a.guestToken })),
  "POST /[community]/do/change-my-setting": ofMembers("change-my-setting", () => ({ setting: "inDirectory" })),
  "POST /[community]/do/invite-by-link": ofMembers("invite-by-link", () => ({ uses: "1", days: "7" })),
  "POST /[community]/do/invite-by-mail": ofMembers("invite-by-mail", () => ({
    email: "guest@people.example",
    days: "7",
  })),
  "POST /[community]/do/withdraw-invitation": ofMembers(
    "withdraw-invitation",
    (w) => ({ invitation: w.a.invitation.id }),
    { who: ["member", ...who.leadingVerified], else: [401, 403, 404] },
  ),
  "POST /[community]/do/report": inA("report", who.everyone, [], () => ({
    about: "/",
    reason: "spam",
    text: "This is spam, I think.",
  })),
  "POST /[community]/do/agree-to-legal": ofMembers("agree-to-legal", () => ({ kind: "terms", version: "1" })),
  "POST /[community]/do/answer-report": desk("answer-report", (w) => ({ report: w.a.report, answer: "Thank you." }), {
    who: who.reporting,
  }),
  "POST /[community]/do/change-colour": desk("change-colour", () => ({ colour })),
  "POST /[community]/do/change-community": desk("change-community", (w) => ({
    name: "New",
    slug: w.a.community,
    purpose: "New",
    about: "",
    zone: "UTC",
    locale: "en",
    joinMode: "open",
  })),
  "POST /[community]/do/change-picture": desk("change-picture", () => ({ which: "logo", remove: "1" })),
  "POST /[community]/do/change-setting": desk("change-setting", () => ({ setting: "publicDirectory" })),
  "POST /[community]/do/change-limits": desk("change-limits", () => ({
    posts: "30",
    postsMinutes: "10",
    threads: "20",
    threadsMinutes: "60",
    reactions: "60",
    reactionsMinutes: "10",
    flags: "20",
    flagsMinutes: "60",
    invitations: "20",
    invitationsMinutes: "1440",
  })),
  "POST /[community]/do/make-space": desk("make-space", () => room),
  "POST /[community]/do/change-space": desk("change-space", (w) => ({ ...room, space: w.a.rooms.hidden.id })),
  "POST /[community]/do/close-space": desk("close-space", (w) => ({ space: w.a.rooms.hidden.id })),
  "POST /[community]/do/reopen-space": desk("reopen-space", (w) => ({ space: w.a.rooms.hidden.id }), {
    who: who.nobody,
    else: [404, 409],
  }),
  "POST /[community]/do/decide-request": desk("decide-request", (w) => ({ request: w.a.request, decision: "let in" }), {
    path: (w) => `/${w.a.asking}/do/decide-request`,
    who: who.owning,
  }),
  "POST /[community]/do/give-duty": desk("give-duty", (w) => ({ person: w.target, space: w.a.rooms.insiders.id })),
  "POST /[community]/do/end-duty": desk("end-duty", (w) => ({ person: w.target, duty: w.a.duty })),
  "POST /[community]/do/give-role": desk("give-role", (w) => ({ person: w.target, role: "representative" })),
  "POST /[community]/do/grant-badge": desk(
    "grant-badge",
    (w) => ({ badgeId: w.a.spareBadge, personId: w.target, reason }),
    {
      who: who.leadingVerified,
      else: [403, 404],
    },
  ),
  "POST /[community]/do/revoke-badge": desk("revoke-badge", (w) => ({ grantId: w.a.grant, reason }), {
    who: who.leadingVerified,
    else: [403, 404],
  }),
  "POST /[community]/do/suspend": desk("suspend", (w) => ({ person: w.target, days: "7", reason })),
  "POST /[community]/do/lift-suspension": desk("lift-suspension", (w) => ({
    person: w.people.suspended,
    suspension: w.suspensionOf.suspended,
  })),
  "POST /[community]/do/remove-person": desk("remove-person", (w) => ({ person: w.target, reason })),
  "POST /do/brands/[brand]/add-owner": ofBrand("add-owner", () => ({ email: emailOf("target") })),
  "POST /do/brands/[brand]/remove-owner": ofBrand("remove-owner", (w) => ({ personId: w.people.ownerApart })),
  "POST /do/brands/[brand]/change": ofBrand("change", () => ({ name: "New", colour })),
  "POST /do/brands/[brand]/change-badge": ofBrand("change-badge", (w) => ({
    badge: w.a.badge,
    name: "New",
    meaning: "New",
    kind: "role",
    motif: "key",
  })),
  "POST /do/brands/[brand]/change-logo": ofBrand("change-logo", () => ({ remove: "yes" })),
  "POST /do/brands/[brand]/found-community": ofBrand("found-community", () => place),
  "POST /do/brands/[brand]/make-badge": ofBrand("make-badge", () => ({
    name: "New",
    slug: "new-badge",
    meaning: "New",
    kind: "role",
    motif: "key",
  })),
  "POST /do/brands/[brand]/publish-legal": ofBrand("publish-legal", () => ({ kind: "rules", text: "Be kind." })),
};
