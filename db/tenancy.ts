/**
 * Whose each table is. What belongs to a community or a brand carries that id first in its keys, so a reference from one
 * tenant into another is impossible by constraint; tests/db/tenancy holds the database to this list.
 */
export const tenancy = {
  /** `community_id` comes first in the primary key, in every unique index and in every reference to another of these. */
  community: [
    "memberships",
    "suspensions",
    "join_requests",
    "invitations",
    "invitation_uses",
    "reports",
    "looks",
    "flags",
    "statements",
    "person_notes",
    "spaces",
    "space_slugs",
    "space_badges",
    "duties",
    "threads",
    "posts",
    "post_versions",
    "post_words",
    "post_words_due",
    "space_words",
    "link_previews",
    "thread_people",
    "thread_pins",
    "thread_splits",
    "post_mentions",
    "post_quotes",
    "tags",
    "thread_tags",
    "tag_slugs",
    "decisions",
    "decision_options",
    "ballots",
    "ballot_choices",
    "thread_answers",
    "reactions",
    "post_reactions",
    "bookmarks",
    "drafts",
    "held",
    "post_rules",
    "sent_texts",
    "notifications",
    "thread_levels",
    "space_levels",
    "pulse_snapshots",
    "pulse_runs",
    "terms",
    "term_uses",
    "term_votes",
    "term_lore",
    "term_bars",
    "rituals",
    "ledger",
    "channel_heads",
    "events",
    "community_settings",
    "member_settings",
  ],
  /** The same with `brand_id`. */
  brand: ["brand_owners", "legal_texts", "legal_acceptances", "badges", "grants", "brand_ledger", "brand_settings"],
  /** The tenants themselves, and the addresses that the instance gives them: an address is taken once for all. */
  tenant: ["brands", "communities", "community_slugs"],
  /** What belongs to nobody's community: people and their accounts, and what the product needs to run. */
  instance: [
    "people",
    "erasures",
    "passwords",
    "sessions",
    "tokens",
    "identities",
    "totp_factors",
    "recovery_codes",
    "known_browsers",
    "attempts",
    "writes",
    "account_ledger",
    "person_heads",
    "person_events",
    "operator_settings",
    "person_settings",
    "blocks",
    "files",
    "uploads",
    "outbox",
    "job_marks",
  ],
} as const;

/** Made and kept by libraries; nothing of ours may point there. */
export const foreignSchemas = ["drizzle", "pgboss"] as const;

export type TableName = (typeof tenancy)[keyof typeof tenancy][number];
export const allTables: readonly TableName[] = Object.values(tenancy).flat();

/** Columns outside `people` that may be called a name, and whose name it is. */
export const namesOfThings: Record<string, string> = {
  "brands.name": "of a brand",
  "communities.name": "of a community",
  "spaces.name": "of a space",
  "badges.name": "of a badge",
  "tags.name": "of a tag",
  "link_previews.site_name": "of a site, as it calls itself",
  "writes.name": "of a kind of write, noun.verb",
};
