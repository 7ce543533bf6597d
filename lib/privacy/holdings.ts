import type { TableName } from "@/db/tenancy";

/** What the account page and the download put together, each with its own "why" and "until when" in words. */
export const groups = [
  "account",
  "signIn",
  "mail",
  "communities",
  "conversation",
  "badges",
  "moderation",
  "history",
  "settings",
  "files",
] as const;
export type Group = (typeof groups)[number];

/** What erasing does with a row: `set` gives columns a new value, in SQL. */
export type Fate =
  | "stays"
  | "row goes"
  | { readonly goesWhere: string }
  | { readonly set: Readonly<Record<string, string>>; readonly where?: string };

export interface Holding {
  readonly table: TableName;
  /** The column that says whose it is. */
  readonly person: string;
  readonly group: Group;
  /** What the download shows; the rest is hashes, secrets and other people. */
  readonly shows: readonly string[];
  /** When the name goes. */
  readonly name: Fate;
  /** When the texts go too, if that is more. */
  readonly texts?: Fate;
}

const goes = (table: TableName, group: Group, shows: string[], person = "person_id"): Holding => ({
  table,
  person,
  group,
  shows,
  name: "row goes",
});
/** An opaque id that leads nowhere once the person is erased. */
const stays = (table: TableName, person: string, group: Group, shows: string[] = []): Holding => ({
  table,
  person,
  group,
  shows,
  name: "stays",
});

const openInvitation = "withdrawn_at is null and expires_at > now()";

/**
 * Everything that is held about a person, except `people` itself. The one list by which the page explains, the download
 * collects and erasing erases; a test reads the database and fails on a column that is missing here.
 */
export const holdings: readonly Holding[] = [
  goes("passwords", "signIn", ["changed_at"]),
  goes("sessions", "signIn", ["device", "created_at", "seen_at", "expires_at", "ended_at", "ended_why"]),
  goes("tokens", "signIn", ["purpose", "created_at", "expires_at", "used_at"]),
  goes("identities", "signIn", ["provider", "subject", "linked_at"]),
  goes("totp_factors", "signIn", ["confirmed_at"]),
  goes("recovery_codes", "signIn", ["used_at"]),
  goes("known_browsers", "signIn", ["seen_at"]),

  // The last mail tells the person that they are erased.
  {
    ...goes("outbox", "mail", ["kind", "state", "created_at", "done_at"]),
    name: { goesWhere: "kind <> 'account-deleted'" },
  },

  goes("memberships", "communities", ["community_id", "role", "employed", "joined_at", "seen_at", "away_since"]),
  stays("memberships", "brought_by", "communities", ["community_id", "joined_at"]),
  {
    ...stays("join_requests", "person_id", "communities", [
      "community_id",
      "message",
      "asked_at",
      "decision",
      "decided_at",
      "reason",
    ]),
    name: {
      set: {
        message: "''",
        reason: "null",
        decision: "coalesce(decision, 'withdrawn')",
        decided_at: "coalesce(decided_at, now())",
      },
    },
  },
  {
    ...stays("join_requests", "decided_by", "communities", ["community_id", "decision", "decided_at", "reason"]),
    texts: { set: { reason: "null" } },
  },
  {
    ...stays("invitations", "person_id", "communities", ["community_id", "created_at", "expires_at"]),
    name: { set: { withdrawn_at: "now()" }, where: openInvitation },
  },
  {
    ...stays("invitations", "created_by", "communities", [
      "community_id",
      "created_at",
      "expires_at",
      "max_uses",
      "uses",
      "withdrawn_at",
    ]),
    name: { set: { withdrawn_at: "now()" }, where: openInvitation },
  },
  stays("invitations", "withdrawn_by", "communities", ["community_id", "withdrawn_at"]),
  stays("invitation_uses", "person_id", "communities", ["community_id", "at"]),
  {
    ...stays("duties", "person_id", "communities", ["community_id", "space_id", "given_at", "ended_at"]),
    name: { set: { ended_at: "now()" }, where: "ended_at is null" },
  },
  stays("duties", "given_by", "communities", ["community_id", "given_at"]),
  stays("duties", "ended_by", "communities", ["community_id", "ended_at"]),
  goes("brand_owners", "communities", ["brand_id", "since"]),
  stays("brand_owners", "by", "communities", ["brand_id", "since"]),
  stays("brands", "founded_by", "communities", ["name", "founded_at"]),
  stays("communities", "founded_by", "communities", ["name", "founded_at"]),
  stays("spaces", "created_by", "communities", ["community_id", "name", "created_at"]),
  stays("spaces", "closed_by", "communities", ["community_id", "name", "closed_at"]),
  stays("legal_texts", "published_by", "communities", ["brand_id", "kind", "version", "published_at"]),
  stays("legal_acceptances", "person_id", "communities", ["brand_id", "kind", "version", "at"]),

  // What people said stays with the answers to it, unless they ask that the words go too; then a mark stays.
  {
    ...stays("threads", "author_id", "conversation", ["community_id", "title", "created_at", "posts"]),
    texts: { set: { title: "''" } },
  },
  {
    ...stays("threads", "locked_by", "moderation", ["community_id", "title", "locked_at", "locked_why"]),
    texts: { set: { locked_why: "''" } },
  },
  stays("threads", "merged_by", "moderation", ["community_id", "merged_at"]),
  stays("thread_pins", "pinned_by", "moderation", ["community_id", "pinned_at", "ends_at"]),
  stays("thread_splits", "split_by", "moderation", ["community_id", "posts", "split_at"]),
  {
    ...stays("posts", "author_id", "conversation", [
      "community_id",
      "thread_id",
      "position",
      "text",
      "created_at",
      "edited_at",
      "removed_at",
      "removed_why",
    ]),
    name: { set: { removed_why: "null" } },
    texts: { set: { text: "''", html: "''" } },
  },
  // What can be found by its words is found until the words go.
  { ...stays("post_words", "author_id", "conversation"), texts: "row goes" },
  {
    ...stays("posts", "removed_by", "moderation", ["community_id", "removed_at", "removed_why"]),
    texts: { set: { removed_why: "null" } },
  },
  {
    ...stays("post_versions", "edited_by", "conversation", ["community_id", "post_id", "text", "edited_at"]),
    texts: { set: { text: "''" } },
  },
  {
    // How much they said keeps its place among the faces; how far they read is nobody's business any more.
    ...stays("thread_people", "person_id", "conversation", [
      "community_id",
      "thread_id",
      "posts",
      "last_post_at",
      "read_position",
      "read_at",
    ]),
    name: { set: { read_position: "0", read_at: "null" } },
  },
  goes("thread_levels", "conversation", ["community_id", "thread_id", "level", "set_at"]),
  goes("space_levels", "conversation", ["community_id", "space_id", "level", "set_at"]),
  // Of what they did others were told, by their id, which leads nowhere then.
  goes("notifications", "conversation", ["community_id", "kind", "created_at", "read_at"]),
  stays("notifications", "actor_id", "conversation"),
  goes("drafts", "conversation", ["community_id", "title", "text", "saved_at"]),
  // What nobody else has read is nobody's memory; what was approved is a post, and is met there.
  goes("held", "conversation", [
    "community_id",
    "kind",
    "title",
    "text",
    "tags",
    "poll",
    "why",
    "made_at",
    "decision",
    "decided_at",
    "reason",
  ]),
  // Whoever was refused has a right to know why, so the reason outlives who gave it, for as long as the words are kept.
  stays("held", "decided_by", "moderation", ["community_id", "decision", "decided_at", "reason"]),
  goes("sent_texts", "conversation", ["community_id", "sent_at"]),
  stays("pulse_runs", "asked_by", "communities", ["community_id", "asked_at"]),
  stays("imports", "asked_by", "communities", ["community_id", "source", "asked_at"]),
  stays("imports", "undone_by", "communities", ["community_id", "source"]),
  goes("import_people", "communities", ["community_id", "role", "messages", "since"]),
  goes("import_items", "conversation", ["community_id", "title", "text", "at"]),
  goes("term_votes", "conversation", ["community_id", "term_id", "ours", "cast_at"]),
  {
    ...stays("term_lore", "written_by", "conversation", [
      "community_id",
      "term_id",
      "version",
      "text",
      "written_at",
      "removed_at",
      "removed_why",
    ]),
    name: { set: { removed_why: "null" } },
    texts: { set: { text: "''" } },
  },
  {
    ...stays("term_lore", "removed_by", "moderation", ["community_id", "removed_at", "removed_why"]),
    texts: { set: { removed_why: "null" } },
  },
  stays("post_rules", "changed_by", "settings", ["community_id", "changed_at"]),

  stays("post_mentions", "person_id", "conversation", ["community_id", "post_id"]),
  // Lowering what was counted with them is lib/reactions/forget.ts, before the list is met.
  goes("reactions", "conversation", ["community_id", "post_id", "kind", "reacted_at"]),
  goes("bookmarks", "conversation", ["community_id", "post_id", "note", "created_at", "remind_at"]),
  stays("thread_answers", "chosen_by", "conversation", ["community_id", "post_id", "chosen_at"]),

  {
    ...stays("decisions", "author_id", "conversation", ["community_id", "question", "created_at"]),
    texts: "row goes",
  },
  stays("decisions", "closed_by", "conversation", ["community_id", "closed_at"]),
  // What they chose is counted no more either: lib/polls/forget.ts takes it out of the counts first.
  goes("ballots", "conversation", ["community_id", "decision_id", "cast_at", "id"]),

  {
    // The number of an edition is given once: the grant stays, and says nothing any more.
    ...stays("grants", "person_id", "badges", [
      "brand_id",
      "badge_id",
      "number",
      "reason",
      "granted_at",
      "revoked_at",
      "revoked_why",
    ]),
    name: { set: { reason: "''", revoked_why: "null" } },
  },
  {
    ...stays("grants", "granted_by", "badges", ["brand_id", "badge_id", "reason", "granted_at"]),
    texts: { set: { reason: "''" } },
  },
  {
    ...stays("grants", "revoked_by", "badges", ["brand_id", "badge_id", "revoked_at", "revoked_why"]),
    texts: { set: { revoked_why: "null" } },
  },
  stays("badges", "created_by", "badges", ["brand_id", "name", "created_at"]),

  {
    ...stays("reports", "person_id", "moderation", [
      "community_id",
      "about",
      "reason",
      "text",
      "made_at",
      "answer",
      "answered_at",
    ]),
    name: { set: { text: "''", answer: "null", about: "split_part(about, '?', 1)" } },
  },
  {
    ...stays("reports", "answered_by", "moderation", ["community_id", "answer", "answered_at"]),
    texts: { set: { answer: "null" } },
  },
  {
    ...stays("suspensions", "person_id", "moderation", ["community_id", "reason", "since", "until", "lifted_at"]),
    name: { set: { reason: "''" } },
  },
  // Whoever is suspended has a right to know why, so this reason outlives who gave it.
  stays("suspensions", "by", "moderation", ["community_id", "reason", "since", "until"]),
  stays("suspensions", "lifted_by", "moderation", ["community_id", "lifted_at"]),
  {
    ...stays("flags", "person_id", "moderation", ["community_id", "post_id", "reason", "text", "made_at", "decision"]),
    name: { set: { text: "''" } },
  },
  stays("flags", "decided_by", "moderation", ["community_id", "decision", "decided_at"]),
  {
    ...stays("statements", "person_id", "moderation", [
      "community_id",
      "kind",
      "reason",
      "at",
      "until",
      "lifted_at",
      "appeal",
      "appealed_at",
      "granted",
      "answer",
    ]),
    name: { set: { reason: "''", appeal: "null", answer: "null" } },
  },
  // As with suspensions, the reason and the answer outlive who gave them.
  stays("statements", "by", "moderation", ["community_id", "kind", "reason", "at"]),
  stays("statements", "lifted_by", "moderation", ["community_id", "kind", "lifted_at"]),
  stays("statements", "answered_by", "moderation", ["community_id", "answer", "answered_at"]),
  // What others wrote down about somebody goes with them; what they wrote about others stays, by nobody.
  goes("person_notes", "moderation", ["community_id", "text", "at"]),
  {
    ...stays("person_notes", "by", "moderation", ["community_id", "text", "at"]),
    texts: { set: { text: "''" } },
  },
  stays("looks", "person_id", "moderation", ["community_id", "looker_id", "what", "at"]),
  stays("looks", "looker_id", "moderation", ["community_id", "what", "at"]),

  stays("account_ledger", "actor_id", "history", ["verb", "object_kind", "at"]),
  stays("account_ledger", "subject_id", "history", ["verb", "object_kind", "at"]),
  stays("brand_ledger", "actor_id", "history", ["brand_id", "verb", "object_kind", "at"]),
  stays("brand_ledger", "subject_id", "history", ["brand_id", "verb", "object_kind", "at"]),
  stays("ledger", "actor_id", "history", ["community_id", "verb", "object_kind", "at"]),
  stays("ledger", "subject_id", "history", ["community_id", "verb", "object_kind", "at"]),
  goes("person_events", "history", ["kind", "created_at"]),
  stays("person_heads", "person_id", "history"),
  stays("erasures", "person_id", "history"),

  goes("person_settings", "settings", ["key", "value", "changed_at"]),
  stays("person_settings", "changed_by", "settings"),
  goes("blocks", "settings", ["since"]),
  // Who blocks somebody is never shown or counted to them.
  goes("blocks", "settings", [], "blocked_id"),
  goes("member_settings", "settings", ["community_id", "key", "value", "changed_at"]),
  stays("member_settings", "changed_by", "settings"),
  stays("community_settings", "changed_by", "settings", ["community_id", "key", "changed_at"]),
  stays("brand_settings", "changed_by", "settings", ["brand_id", "key", "changed_at"]),
  stays("operator_settings", "changed_by", "settings", ["key", "changed_at"]),

  {
    // A community keeps its logo, whoever sent it.
    ...stays("files", "owner_id", "files", ["type", "bytes", "width", "height", "created_at", "state"]),
    name: {
      set: { state: "'orphan'", thing_kind: "null", thing_id: "null", state_since: "now()" },
      where: "state = 'draft' or thing_kind in ('person', 'import', 'held')",
    },
    // A picture is part of what was said.
    texts: {
      set: { state: "'orphan'", thing_kind: "null", thing_id: "null", state_since: "now()" },
      where: "thing_kind in ('post', 'preview')",
    },
  },
  goes("uploads", "files", ["purpose", "size", "received", "created_at"], "owner_id"),
];
