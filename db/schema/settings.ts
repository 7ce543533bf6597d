import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { brands } from "./brands";
import { communities } from "./communities";
import { at, people } from "./people";

// A row is a choice that somebody made: no row, no choice, and the default of lib/settings/registry.ts stands.
const choice = {
  key: text().notNull(),
  value: jsonb().notNull(),
  changedBy: uuid("changed_by").references(() => people.id),
  changedAt: at("changed_at").notNull().defaultNow(),
};
const person = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });
const community = () =>
  uuid("community_id")
    .notNull()
    .references(() => communities.id);

export const operatorSettings = pgTable("operator_settings", choice, (t) => [primaryKey({ columns: [t.key] })]);

export const brandSettings = pgTable(
  "brand_settings",
  {
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    ...choice,
  },
  (t) => [primaryKey({ columns: [t.brandId, t.key] })],
);

export const communitySettings = pgTable("community_settings", { communityId: community(), ...choice }, (t) => [
  primaryKey({ columns: [t.communityId, t.key] }),
]);

/** What a member chose for one community. */
export const memberSettings = pgTable(
  "member_settings",
  { communityId: community(), personId: person(), ...choice },
  (t) => [primaryKey({ columns: [t.communityId, t.personId, t.key] })],
);

/** What a person chose for everywhere: how it looks, keys, mail about the account. */
export const personSettings = pgTable("person_settings", { personId: person(), ...choice }, (t) => [
  primaryKey({ columns: [t.personId, t.key] }),
]);
