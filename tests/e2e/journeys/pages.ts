import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../../support/become";

/** Where each page of the product is met in the demo, and as whom. */
export interface Place {
  path: string;
  as?: Role;
}

const at = (path: string, as?: Role): Place => ({ path, as });

/** By the pattern that the file tree gives it; a page that is missing here fails a test. */
export const places: Record<string, Place[]> = {
  "/": [at("/")],
  "/demo": [at("/demo"), at("/demo", "member")],
  "/demo/mail": [at("/demo/mail")],
  "/found": [at("/found")],
  "/sign-in": [at("/sign-in"), at("/sign-in", "member")],
  "/sign-in/forgot": [at("/sign-in/forgot")],
  "/sign-in/second-step": [at("/sign-in/second-step")],
  "/sign-in/link/[token]": [at("/sign-in/link/nothing-behind-this-link")],
  "/sign-in/reset/[token]": [at("/sign-in/reset/nothing-behind-this-link")],
  "/sign-up": [at("/sign-up")],
  "/check-mail": [at("/check-mail"), at("/check-mail?for=link")],
  "/verify/[token]": [at("/verify/nothing-behind-this-link")],
  "/settings": [at("/settings", "member")],
  "/settings/profile": [at("/settings/profile", "member")],
  "/settings/prove": [at("/settings/prove", "member")],
  "/settings/security": [at("/settings/security", "member")],
  "/settings/security/email": [at("/settings/security/email", "member")],
  "/settings/security/password": [at("/settings/security/password", "member")],
  "/settings/security/providers": [at("/settings/security/providers", "member")],
  "/settings/security/recovery-codes": [at("/settings/security/recovery-codes", "member")],
  "/settings/security/second-step": [at("/settings/security/second-step", "member")],
  "/settings/devices": [at("/settings/devices", "member")],
  "/unsubscribe/[token]": [at("/unsubscribe/nothing-behind-this-link")],
  "/settings/notifications": [at("/settings/notifications", "member")],
  "/settings/blocked": [at("/settings/blocked", "member")],
  "/settings/data": [at("/settings/data", "member")],
  "/settings/data/delete": [at("/settings/data/delete", "member")],
  "/brands/[brand]": [at("/brands/tindrel", "owner")],
  "/brands/[brand]/badges": [at("/brands/tindrel/badges", "owner")],
  "/brands/[brand]/legal": [at("/brands/tindrel/legal", "owner")],
  "/brands/[brand]/owners": [at("/brands/tindrel/owners", "owner")],
  "/brands/[brand]/settings": [at("/brands/tindrel/settings", "owner")],
  "/[community]": [at("/long-grass"), at("/long-grass", "member"), at("/long-grass", "manager"), at("/am-zaun")],
  "/[community]/[...rest]": [at("/long-grass/nothing/here")],
  "/[community]/about": [at("/long-grass/about")],
  "/[community]/join": [at("/long-grass/join"), at("/long-grass/join", "visitor")],
  "/[community]/leave": [at("/long-grass/leave", "member")],
  "/[community]/invite": [at("/long-grass/invite", "member")],
  "/[community]/invitation/[token]": [at("/long-grass/invitation/nothing-behind-this-link")],
  "/[community]/report": [at("/long-grass/report"), at("/long-grass/report", "member")],
  "/[community]/terms": [at("/long-grass/terms")],
  "/[community]/privacy": [at("/long-grass/privacy")],
  "/[community]/rules": [at("/long-grass/rules")],
  "/[community]/members": [
    at("/long-grass/members"),
    at("/long-grass/members", "member"),
    at("/long-grass/members?name=zzyzx&show=team", "member"),
  ],
  "/[community]/members/[member]": [],
  "/[community]/spaces": [at("/long-grass/spaces"), at("/long-grass/spaces", "member")],
  "/[community]/spaces/[space]": [
    at("/long-grass/spaces/meadow"),
    at("/long-grass/spaces/lamp-room"),
    at("/long-grass/spaces/lamp-room", "insider"),
    at("/long-grass/spaces/blotter", "manager"),
  ],
  "/[community]/badges": [at("/long-grass/badges"), at("/long-grass/badges", "member")],
  "/[community]/badges/[badge]": [
    at("/long-grass/badges/first-flight"),
    at("/long-grass/badges/first-flight", "insider"),
  ],
  "/[community]/spaces/[space]/new": [at("/long-grass/spaces/meadow/new", "member")],
  "/[community]/drafts": [at("/long-grass/drafts", "member")],
  "/[community]/held": [at("/long-grass/held", "member")],
  "/[community]/moderation/held": [at("/long-grass/moderation/held", "manager")],
  "/[community]/bookmarks": [at("/long-grass/bookmarks", "member")],
  "/[community]/jump": [at("/long-grass/jump?q=knock"), at("/long-grass/jump?q=knock", "member")],
  "/[community]/notifications": [at("/long-grass/notifications", "member")],
  "/[community]/search": [
    at("/long-grass/search"),
    at("/long-grass/search?q=knocking", "member"),
    at("/long-grass/search?q=knockign+&by=bridget&sort=latest", "member"),
    at("/long-grass/search?q=zzyzx&picture=1"),
  ],
  "/[community]/keys": [at("/long-grass/keys")],
  "/[community]/tags": [at("/long-grass/tags")],
  "/[community]/tags/[tag]": [at("/long-grass/tags/knocking"), at("/long-grass/tags/knocking", "member")],
  "/[community]/spaces/[space]/[...rest]": [at("/long-grass/spaces/lamp-room/inside")],
  "/[community]/manage": [at("/long-grass/manage", "manager")],
  "/[community]/manage/people": [at("/long-grass/manage/people", "manager")],
  "/[community]/manage/people/[person]": [],
  "/[community]/manage/requests": [at("/long-grass/manage/requests", "manager")],
  "/[community]/manage/invitations": [at("/long-grass/manage/invitations", "manager")],
  "/[community]/manage/spaces": [at("/long-grass/manage/spaces", "manager")],
  "/[community]/manage/spaces/new": [at("/long-grass/manage/spaces/new", "manager")],
  "/[community]/manage/spaces/[space]": [at("/long-grass/manage/spaces/lamp-room", "manager")],
  "/[community]/manage/badges": [at("/long-grass/manage/badges", "manager")],
  "/[community]/manage/tags": [at("/long-grass/manage/tags", "manager")],
  "/[community]/manage/reports": [at("/long-grass/manage/reports", "manager")],
  "/[community]/pulse": [at("/long-grass/pulse", "manager"), at("/long-grass/pulse?element=stakes", "manager")],
  "/[community]/lexicon": [at("/long-grass/lexicon", "member"), at("/long-grass/lexicon", "manager")],
  "/[community]/lexicon/[term]": [],
  "/[community]/lexicon/[term]/lore": [],
  "/[community]/lexicon/[term]/history": [],
  "/[community]/log": [at("/long-grass/log", "manager")],
  "/[community]/statements": [at("/long-grass/statements", "member")],
  "/[community]/statements/[statement]": [],
  "/[community]/moderation": [at("/long-grass/moderation", "manager")],
  "/[community]/moderation/appeals": [at("/long-grass/moderation/appeals", "manager")],
  "/[community]/moderation/posts/[post]": [],
  "/[community]/moderation/people/[person]": [],
  "/[community]/posts/[post]/flag": [],
  "/[community]/manage/limits": [at("/long-grass/manage/limits", "manager")],
  "/[community]/manage/rules": [at("/long-grass/manage/rules", "manager")],
  "/[community]/manage/imports": [at("/long-grass/manage/imports", "manager")],
  "/[community]/manage/imports/[import]": [],
  "/[community]/manage/settings": [at("/long-grass/manage/settings", "manager")],
};

const profile = {
  path: "/long-grass/members",
  as: "member",
  link: /^\/long-grass\/members\/[0-9a-f-]{36}$/,
} as const;
const meadow: Place = { path: "/long-grass/spaces/meadow", as: "member" };
const thread = /^\/long-grass\/t\/[0-9a-f-]{36}/;
const myPost = /\/posts\/[0-9a-f-]{36}\/edit$/;
const managed = /\/threads\/[0-9a-f-]{36}\/manage$/;
const ordered = (part: "move" | "merge" | "split") => ({
  ...meadow,
  as: "manager" as const,
  link: [thread, managed],
  other: (href: string) => href.replace(/manage$/, part),
});
const ofPost = (part: "history" | "answers" | "in-place" | "reactions") => ({
  ...meadow,
  link: [thread, myPost],
  other: (href: string) => href.replace(/edit$/, part),
});

const flag = { ...meadow, as: "manager" as const, link: [thread, /\/posts\/[0-9a-f-]{36}\/flag$/] };

/** Pages whose address holds an id of this database are reached by a link of that pattern on another page. */
export const byLink: Record<string, Place & { link: RegExp | readonly RegExp[]; other?: (href: string) => string }> = {
  "/[community]/t/[thread]/[[...title]]": { ...meadow, link: thread },
  "/[community]/threads/[thread]/title": {
    ...meadow,
    as: "manager",
    link: [thread, /\/threads\/[0-9a-f-]{36}\/title$/],
  },
  "/[community]/posts/[post]": { ...meadow, link: [thread, myPost], other: (href) => href.replace("/edit", "") },
  "/[community]/posts/[post]/edit": { ...meadow, link: [thread, myPost] },
  "/[community]/posts/[post]/remove": { ...meadow, as: "manager", link: [thread, /\/posts\/[0-9a-f-]{36}\/remove$/] },
  "/[community]/posts/[post]/history": ofPost("history"),
  "/[community]/posts/[post]/answers": ofPost("answers"),
  "/[community]/posts/[post]/in-place": ofPost("in-place"),
  "/[community]/posts/[post]/reactions": ofPost("reactions"),
  "/[community]/threads/[thread]/manage": { ...meadow, as: "manager", link: [thread, managed] },
  "/[community]/threads/[thread]/move": ordered("move"),
  "/[community]/threads/[thread]/merge": ordered("merge"),
  "/[community]/threads/[thread]/split": ordered("split"),
  "/[community]/posts/[post]/flag": flag,
  "/[community]/moderation/posts/[post]": {
    ...flag,
    other: (href: string) => href.replace("/posts/", "/moderation/posts/").replace(/\/flag$/, ""),
  },
  "/[community]/moderation/people/[person]": {
    path: "/long-grass/manage/people",
    as: "manager",
    link: /^\/long-grass\/manage\/people\/[0-9a-f-]{36}$/,
    other: (href: string) => href.replace("/manage/", "/moderation/"),
  },
  // Leads to the thread.
  "/[community]/notifications/[notification]": {
    path: "/long-grass/notifications",
    as: "member",
    link: /^\/long-grass\/notifications\/[0-9a-f-]{36}$/,
  },
  "/demo/mail/[mail]": { path: "/demo/mail", link: /^\/demo\/mail\/[\w-]+$/ },
  "/[community]/members/[member]": profile,
  "/[community]/members/[member]/posts": { ...profile, other: (href) => `${href}/posts` },
  "/[community]/members/[member]/block": { ...profile, other: (href) => `${href}/block` },
  "/[community]/manage/people/[person]": {
    path: "/long-grass/manage/people",
    as: "manager",
    link: /^\/long-grass\/manage\/people\/[0-9a-f-]{36}$/,
  },
};

/** Pages that are there only once somebody did something: the test that does it looks at them, with `expectSound`. */
export const byAct: Record<string, string> = {
  "/[community]/statements/[statement]": "tests/e2e/moderation",
  "/[community]/bookmarks/[post]": "tests/e2e/responses",
  "/[community]/polls/[poll]": "tests/e2e/polls",
  "/[community]/lexicon/[term]": "tests/e2e/lexicon",
  "/[community]/lexicon/[term]/lore": "tests/e2e/lexicon",
  "/[community]/lexicon/[term]/history": "tests/e2e/lexicon",
};

const app = join(import.meta.dirname, "..", "..", "..", "app");

/** Every page of the product, as the file tree says it. */
export function allPages(): string[] {
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((name) => /(^|\/)page\.tsx$/.test(name));
  const pattern = (file: string) => {
    const parts = file.split("/").slice(0, -1);
    return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
  };
  return files.map(pattern).sort();
}

/** Everything that people wrote in the demo world, which no language translates. */
export function wordsOfPeople(): string {
  const folder = join(app, "..", "lib", "demo", "world");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(yaml|md)$/.test(name));
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}
