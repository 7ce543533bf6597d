import { sql } from "drizzle-orm";
import {
  check,
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
import { at, people } from "./people";

export const brands = pgTable("brands", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** #rrggbb; the whole palette is made from it. */
  colour: text().notNull(),
  logoFileId: uuid("logo_file_id"),
  foundedBy: uuid("founded_by").references(() => people.id),
  foundedAt: at("founded_at").notNull().defaultNow(),
});

export const brandOwners = pgTable(
  "brand_owners",
  {
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    since: at("since").notNull().defaultNow(),
    by: uuid("by").references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.brandId, t.personId] }), index("brand_owners_person").on(t.personId)],
);

export const legalKinds = ["terms", "privacy", "rules"] as const;

/** A new version is a new row; what people accepted stays readable. */
export const legalTexts = pgTable(
  "legal_texts",
  {
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    kind: text({ enum: legalKinds }).notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    publishedBy: uuid("published_by").references(() => people.id),
    publishedAt: at("published_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.brandId, t.kind, t.version] })],
);

export const legalAcceptances = pgTable(
  "legal_acceptances",
  {
    brandId: uuid("brand_id").notNull(),
    kind: text({ enum: legalKinds }).notNull(),
    version: integer().notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.brandId, t.kind, t.version, t.personId] }),
    foreignKey({
      columns: [t.brandId, t.kind, t.version],
      foreignColumns: [legalTexts.brandId, legalTexts.kind, legalTexts.version],
    }),
  ],
);

export const badgeKinds = ["early", "edition", "contribution", "role", "recognition", "incentive"] as const;

export const badges = pgTable(
  "badges",
  {
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    id: uuid().notNull().defaultRandom(),
    slug: text().notNull(),
    name: text().notNull(),
    /** What it means, in one or two sentences. */
    meaning: text().notNull(),
    /** How one comes to hold it, in words. */
    earned: text().notNull().default(""),
    kind: text({ enum: badgeKinds }).notNull(),
    motif: text().notNull(),
    /** Exactly this many can ever be granted; null is no edition. */
    editionSize: integer("edition_size"),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.brandId, t.id] }),
    unique("badges_slug").on(t.brandId, t.slug),
    check("badges_edition_size", sql`${t.editionSize} is null or ${t.editionSize} between 1 and 100000`),
  ],
);

export const grants = pgTable(
  "grants",
  {
    brandId: uuid("brand_id").notNull(),
    id: uuid().notNull().defaultRandom(),
    badgeId: uuid("badge_id").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    /** Its place in the edition; null where the badge has none. */
    number: integer(),
    reason: text().notNull(),
    grantedBy: uuid("granted_by").references(() => people.id),
    grantedAt: at("granted_at").notNull().defaultNow(),
    revokedAt: at("revoked_at"),
    revokedBy: uuid("revoked_by").references(() => people.id),
    revokedWhy: text("revoked_why"),
  },
  (t) => [
    primaryKey({ columns: [t.brandId, t.id] }),
    foreignKey({ columns: [t.brandId, t.badgeId], foreignColumns: [badges.brandId, badges.id] }),
    unique("grants_number").on(t.brandId, t.badgeId, t.number),
    uniqueIndex("grants_held_once").on(t.brandId, t.badgeId, t.personId).where(sql`revoked_at is null`),
    index("grants_person").on(t.personId, t.brandId),
  ],
);
