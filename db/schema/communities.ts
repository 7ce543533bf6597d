import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { brands } from "./brands";
import { at, people } from "./people";

export const joinModes = ["open", "request", "invitation"] as const;
export const roles = ["member", "representative", "manager"] as const;

export const communities = pgTable(
  "communities",
  {
    id: uuid().primaryKey().defaultRandom(),
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** One sentence: the first thing anybody reads here. */
    purpose: text().notNull(),
    /** Markdown. */
    about: text().notNull().default(""),
    /** #rrggbb; null takes the brand's. */
    colour: text(),
    logoFileId: uuid("logo_file_id"),
    coverFileId: uuid("cover_file_id"),
    /** IANA; the community's days and weeks are counted in it. */
    zone: text().notNull(),
    locale: text().notNull(),
    joinMode: text("join_mode", { enum: joinModes }).notNull().default("open"),
    foundedBy: uuid("founded_by").references(() => people.id),
    foundedAt: at("founded_at").notNull().defaultNow(),
  },
  (t) => [unique("communities_of_brand").on(t.id, t.brandId), index("communities_brand").on(t.brandId)],
);

/** Addresses a community had before: answered by a redirect, never given to another community. */
export const communitySlugs = pgTable("community_slugs", {
  slug: text().primaryKey(),
  communityId: uuid("community_id")
    .notNull()
    .references(() => communities.id),
});

const community = () =>
  uuid("community_id")
    .notNull()
    .references(() => communities.id);
const person = (name = "person_id") => uuid(name).references(() => people.id);

export const memberships = pgTable(
  "memberships",
  {
    communityId: community(),
    personId: person().notNull(),
    role: text({ enum: roles }).notNull().default("member"),
    /** Of a representative: paid by the brand, so left out of member scores. */
    employed: boolean().notNull().default(false),
    joinedAt: at("joined_at").notNull().defaultNow(),
    broughtBy: person("brought_by"),
    /** When they were last here; written at most every few minutes. */
    seenAt: at("seen_at"),
    /** When the visit before this one ended: what happened since is news to them. */
    awaySince: at("away_since"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.personId] }),
    index("memberships_person").on(t.personId, t.communityId),
    index("memberships_joined").on(t.communityId, t.joinedAt, t.personId),
  ],
);

/** A time during which a person may not take part, or (without an end) was removed. Who, when and why. */
export const suspensions = pgTable(
  "suspensions",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person().notNull(),
    reason: text().notNull(),
    by: person("by"),
    since: at("since").notNull().defaultNow(),
    until: at("until"),
    liftedAt: at("lifted_at"),
    liftedBy: person("lifted_by"),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] }), index("suspensions_person").on(t.communityId, t.personId)],
);

export const joinRequests = pgTable(
  "join_requests",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person().notNull(),
    message: text().notNull().default(""),
    askedAt: at("asked_at").notNull().defaultNow(),
    decision: text({ enum: ["let in", "turned down", "withdrawn"] }),
    decidedBy: person("decided_by"),
    decidedAt: at("decided_at"),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("join_requests_open").on(t.communityId, t.personId).where(sql`decision is null`),
    index("join_requests_asked").on(t.communityId, t.askedAt, t.id),
  ],
);

export const invitations = pgTable(
  "invitations",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    tokenHash: text("token_hash").notNull(),
    /** By e-mail: bound to this person, whose row holds the address. By link: null. */
    personId: person(),
    createdBy: person("created_by").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    maxUses: integer("max_uses").notNull().default(1),
    uses: integer().notNull().default(0),
    withdrawnAt: at("withdrawn_at"),
    withdrawnBy: person("withdrawn_by"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("invitations_token").on(t.communityId, t.tokenHash),
    index("invitations_made").on(t.communityId, t.createdAt, t.id),
    index("invitations_by").on(t.communityId, t.createdBy),
  ],
);

export const invitationUses = pgTable(
  "invitation_uses",
  {
    communityId: community(),
    invitationId: uuid("invitation_id").notNull(),
    personId: person().notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.invitationId, t.personId] }),
    foreignKey({ columns: [t.communityId, t.invitationId], foreignColumns: [invitations.communityId, invitations.id] }),
  ],
);

export const reportReasons = ["illegal", "harassment", "privacy", "spam", "other"] as const;

export const reports = pgTable(
  "reports",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    /** The reporter; without an account a `people` row that holds only the address they left; null if they left none. */
    personId: person(),
    /** The path that was reported. */
    about: text().notNull(),
    reason: text({ enum: reportReasons }).notNull(),
    text: text().notNull(),
    madeAt: at("made_at").notNull().defaultNow(),
    answeredAt: at("answered_at"),
    answeredBy: person("answered_by"),
    answer: text(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] }), index("reports_made").on(t.communityId, t.madeAt, t.id)],
);

/** Who looked at what is held about a person beyond what is public. */
export const looks = pgTable(
  "looks",
  {
    communityId: community(),
    id: uuid().notNull().defaultRandom(),
    personId: person().notNull(),
    lookerId: person("looker_id").notNull(),
    what: text({ enum: ["person", "history", "export", "reports"] }).notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.id] }), index("looks_person").on(t.communityId, t.personId, t.at)],
);
