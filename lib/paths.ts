/** The only place that builds or reads addresses of the product. Pure: the origin is handed in by lib/env.ts where a full address is needed. */

/** First words of an address that are the product's own: no community may take one. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account accounts admin api app apps assets auth badge badges brand brands check-mail community communities contact data-centre demo do docs events favicon.ico
   feed feeds files found health healthz help home images invitation invitations kindling legal login logout mail manage members metrics new notifications
   oauth offline operator pages people privacy profile public pulse readyz report reports reset robots.txt root rss search security service-worker.js settings sign-in
   sign-out sign-up sitemap.xml static status support system t terms test unsubscribe user users verify webhooks well-known www _next`.split(
    /\s+/,
  ),
);

/** What stands in an address for a community, brand, space or badge: lower case letters, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A first guess at a slug from a name: letters of any script that have a Latin base, the rest left out. */
export const slugFrom = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/g, "");

export const paths = {
  home: "/",
  found: "/found",
  signIn: (next?: string) => withNext("/sign-in", next),
  signUp: (next?: string) => withNext("/sign-up", next),
  secondStep: "/sign-in/second-step",
  magicLink: (token: string) => `/sign-in/link/${token}`,
  forgot: "/sign-in/forgot",
  reset: (token: string) => `/sign-in/reset/${token}`,
  verify: (token: string) => `/verify/${token}`,
  checkMail: "/check-mail",
  settings: "/settings",
  settingsOf: (part: "profile" | "security" | "devices" | "notifications" | "blocked" | "data") => `/settings/${part}`,
  /** The pages behind the security page, each asking for a fresh proof before it shows its form. */
  security: (part: "password" | "email" | "second-step" | "recovery-codes" | "providers", next?: string) =>
    withNext(`/settings/security/${part}`, next),
  prove: (next?: string) => withNext("/settings/prove", next),
  brand: (brand: string, part?: "badges" | "legal" | "owners" | "settings") =>
    `/brands/${brand}${part ? `/${part}` : ""}`,
  community: (community: string) => `/${community}`,
  about: (community: string) => `/${community}/about`,
  join: (community: string) => `/${community}/join`,
  leave: (community: string) => `/${community}/leave`,
  spaces: (community: string) => `/${community}/spaces`,
  space: (community: string, space: string) => `/${community}/spaces/${space}`,
  startThread: (community: string, space: string) => `/${community}/spaces/${space}/new`,
  /** A thread's address ends in its title, for people; the id alone decides. */
  thread: (community: string, thread: { id: string; title: string }, page = 1) =>
    `/${community}/t/${thread.id}${slugFrom(thread.title) ? `/${slugFrom(thread.title)}` : ""}${page > 1 ? `?page=${page}` : ""}`,
  /** The last page of a thread, however many there are by then. */
  end: (community: string, thread: { id: string; title: string }): string =>
    `${paths.thread(community, thread)}?page=last`,
  renameThread: (community: string, thread: string) => `/${community}/threads/${thread}/title`,
  /** What moderators do with a thread; `with` names the space or the thread it is about. */
  orderThread: (community: string, thread: string, part: "manage" | "move" | "merge" | "split", about = "") =>
    `/${community}/threads/${thread}/${part}${about ? `?with=${encodeURIComponent(about)}` : ""}`,
  /** The newest threads, of all spaces that everybody reads or of one. */
  feed: (community: string, space?: string) => `/${community}/feed.xml${space ? `?space=${space}` : ""}`,
  /** For search engines: the pages that stay, or the threads begun in a month (`2026-11`). */
  sitemap: (community: string, month?: string) => `/${community}/sitemap.xml${month ? `?month=${month}` : ""}`,
  /** The picture that other sites show beside a link, of the community or of a thread that everybody reads. */
  card: (community: string, thread?: string) => `/${community}/card.png${thread ? `?thread=${thread}` : ""}`,
  tags: (community: string) => `/${community}/tags`,
  tag: (community: string, tag: string) => `/${community}/tags/${encodeURIComponent(tag)}`,
  /** The threads of one space that carry a tag. */
  spaceTag: (community: string, space: string, tag: string) =>
    `/${community}/spaces/${space}?tag=${encodeURIComponent(tag)}`,
  correctPoll: (community: string, poll: string) => `/${community}/polls/${poll}`,
  /** Leads to the post in its thread, wherever it stands now. */
  post: (
    community: string,
    post: string,
    part?: "edit" | "flag" | "remove" | "history" | "reactions" | "in-place" | "answers",
  ) => `/${community}/posts/${post}${part ? `/${part}` : ""}`,
  /** Answers whom one may speak to in a space; what was typed of the name follows as `q`. */
  speakTo: (community: string, space: string) => `/${community}/speak-to?space=${space}`,
  bookmarks: (community: string, due?: boolean) => `/${community}/bookmarks${due ? "?due=1" : ""}`,
  bookmark: (community: string, post: string) => `/${community}/bookmarks/${post}`,
  notifications: (community: string) => `/${community}/notifications`,
  /** Leads to what it is about, and marks it read. */
  notification: (community: string, id: string) => `/${community}/notifications/${id}`,
  /** Answers how much is news. */
  unread: (community: string) => `/${community}/notifications/unread`,
  /** Asks whether mails of a kind are to end. */
  unsubscribe: (token: string) => `/unsubscribe/${encodeURIComponent(token)}`,
  /** What one is still writing here. */
  drafts: (community: string) => `/${community}/drafts`,
  /** What one sent and a moderator looks at first. */
  held: (community: string) => `/${community}/held`,
  badges: (community: string) => `/${community}/badges`,
  badge: (community: string, badge: string) => `/${community}/badges/${badge}`,
  /** Jump anywhere, and what the palette asks while one types. */
  jump: (community: string) => `/${community}/jump`,
  suggestions: (community: string) => `/${community}/jump/suggestions`,
  /** What was asked for, if anything, stands in the address. */
  search: (community: string, asked: Record<string, string> = {}) => {
    const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
    return `/${community}/search${query ? `?${query}` : ""}`;
  },
  keys: (community: string) => `/${community}/keys`,
  since: (community: string, thread: string) => `/${community}/threads/${thread}/since`,
  present: (community: string) => `/${community}/present`,
  members: (community: string) => `/${community}/members`,
  member: (community: string, member: string, part?: "posts" | "block") =>
    `/${community}/members/${member}${part ? `/${part}` : ""}`,
  invitation: (community: string, token: string) => `/${community}/invitation/${token}`,
  invite: (community: string) => `/${community}/invite`,
  report: (community: string, about?: string) =>
    `/${community}/report${about ? `?about=${encodeURIComponent(about)}` : ""}`,
  /** What waits to be looked at, and, each by itself, a post that was flagged. */
  moderation: (community: string, part?: ModerationPart) => `/${community}/moderation${part ? `/${part}` : ""}`,
  flagged: (community: string, post: string) => `/${community}/moderation/posts/${post}`,
  history: (community: string, person: string) => `/${community}/moderation/people/${person}`,
  log: (community: string) => `/${community}/log`,
  /** The pulse; with one of its elements opened. */
  pulse: (community: string, element?: string) => `/${community}/pulse${element ? `?element=${element}#opened` : ""}`,
  lexicon: (community: string, after?: string) =>
    `/${community}/lexicon${after ? `?after=${encodeURIComponent(after)}` : ""}`,
  /** A word of it, the page on which its lore is told, and every wording that had. */
  term: (community: string, term: string, part?: "lore" | "history") =>
    `/${community}/lexicon/${term}${part ? `/${part}` : ""}`,
  /** What was decided about oneself, and one of those decisions by itself. */
  statements: (community: string) => `/${community}/statements`,
  statement: (community: string, statement: string) => `/${community}/statements/${statement}`,
  legal: (community: string, kind: "terms" | "privacy" | "rules") => `/${community}/${kind}`,
  manage: (
    community: string,
    part?:
      | "people"
      | "requests"
      | "invitations"
      | "spaces"
      | "badges"
      | "tags"
      | "reports"
      | "limits"
      | "rules"
      | "imports"
      | "settings",
  ) => `/${community}/manage${part ? `/${part}` : ""}`,
  manageSpace: (community: string, space: string) => `/${community}/manage/spaces/${space}`,
  manageImport: (community: string, id: string) => `/${community}/manage/imports/${id}`,
  sendImport: (community: string) => `/${community}/do/send-import`,
  newSpace: (community: string) => `/${community}/manage/spaces/new`,
  managePerson: (community: string, person: string) => `/${community}/manage/people/${person}`,
  uploads: "/files/upload",
  upload: (id: string) => `/files/upload/${id}`,
  picture: (fileId: string, variant: "small" | "large" = "small") => `/files/${fileId}/${variant}`,
  demo: "/demo",
  demoMail: "/demo/mail",
};

/** The rooms of moderation. */
export type ModerationPart = "appeals" | "held";

/** Where the forms of the product are sent: stable across upgrades. */
export const doing = {
  account: (act: string) => `/do/${act}`,
  unsubscribe: (token: string) => `/do/unsubscribe/${encodeURIComponent(token)}`,
  brand: (brand: string, act: string) => `/do/brands/${brand}/${act}`,
  community: (community: string, act: string) => `/${community}/do/${act}`,
};

const withNext = (path: string, next?: string) =>
  next && next !== "/" ? `${path}?next=${encodeURIComponent(next)}` : path;

/** The token in the path of an invitation that somebody is on the way to. */
export const invitationIn = (next: string | undefined): string | undefined =>
  /^\/[^/?]+\/invitation\/([\w-]{1,100})$/.exec(next ?? "")?.[1];

/** A path of ours to go on to, from what came in an address or a form; anything else is the start page. No open redirects. */
export function safeNext(next: unknown): string {
  if (typeof next !== "string" || next.length > 500) return "/";
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes("\\")) return "/";
  const url = new URL(next, "http://kindling.invalid");
  return url.host === "kindling.invalid" ? url.pathname + url.search : "/";
}
