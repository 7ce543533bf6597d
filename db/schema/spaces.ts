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
import { badges } from "./brands";
import { communities } from "./communities";
import { at, people } from "./people";

export const audiences = ["everyone", "members", "badges"] as const;
export const doors = ["listed", "hidden"] as const;

export const spaces = pgTable(
  "spaces",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    id: uuid().notNull().defaultRandom(),
    slug: text().notNull(),
    name: text().notNull(),
    purpose: text().notNull(),
    readAudience: text("read_audience", { enum: audiences }).notNull(),
    writeAudience: text("write_audience", { enum: ["members", "badges"] }).notNull(),
    door: text({ enum: doors }).notNull().default("listed"),
    /** Where badges open it: whether one of them is enough. */
    needs: text({ enum: ["any", "all"] })
      .notNull()
      .default("any"),
    position: integer().notNull().default(0),
    /** Whether a thread here is a question, of which one post can be chosen as the answer. */
    questions: boolean().notNull().default(false),
    /** In which language people write here, for search: one of lib/search/languages.ts, or "detected" post by post. */
    language: text().notNull().default("detected"),
    /** How many could enter when it was last counted (daily); shown on the door, "a few" below ten. */
    holders: integer(),
    holdersAt: at("holders_at"),
    createdBy: uuid("created_by").references(() => people.id),
    createdAt: at("created_at").notNull().defaultNow(),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    unique("spaces_slug").on(t.communityId, t.slug),
    index("spaces_order").on(t.communityId, t.position, t.id),
  ],
);

export const spaceSlugs = pgTable(
  "space_slugs",
  { communityId: uuid("community_id").notNull(), slug: text().notNull(), spaceId: uuid("space_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.communityId, t.slug] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
  ],
);

/** The badges that open a space for reading or for writing. The brand's id ties the badge to the community's own brand. */
export const spaceBadges = pgTable(
  "space_badges",
  {
    communityId: uuid("community_id").notNull(),
    spaceId: uuid("space_id").notNull(),
    use: text({ enum: ["read", "write"] }).notNull(),
    brandId: uuid("brand_id").notNull(),
    badgeId: uuid("badge_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.spaceId, t.use, t.badgeId] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    foreignKey({ columns: [t.communityId, t.brandId], foreignColumns: [communities.id, communities.brandId] }),
    foreignKey({ columns: [t.brandId, t.badgeId], foreignColumns: [badges.brandId, badges.id] }),
  ],
);

/** The moderator's duty, of a whole community or (with a space) of one room. A moderator is not staff. */
export const duties = pgTable(
  "duties",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    id: uuid().notNull().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    spaceId: uuid("space_id"),
    givenBy: uuid("given_by").references(() => people.id),
    givenAt: at("given_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
    endedBy: uuid("ended_by").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.spaceId], foreignColumns: [spaces.communityId, spaces.id] }),
    uniqueIndex("duties_once")
      .on(t.communityId, t.personId, sql`coalesce(${t.spaceId}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`ended_at is null`),
  ],
);
