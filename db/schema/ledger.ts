import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { brands } from "./brands";
import { communities } from "./communities";
import { at } from "./people";

/** What every ledger row says: who did what to what, when. Ids and kinds, never text. */
const entry = {
  id: uuid().notNull(),
  at: at("at").notNull().defaultNow(),
  /** Null when the product itself acted. */
  actorId: uuid("actor_id"),
  verb: text().notNull(),
  objectKind: text("object_kind").notNull(),
  objectId: uuid("object_id").notNull(),
  /** The person it was done to or for, if another than the actor. */
  subjectId: uuid("subject_id"),
};

/** What moderators do to threads, posts and people: what their log tells. */
export const moderationVerbs = [
  "post removed",
  "post restored",
  "flags decided",
  "thread locked",
  "thread unlocked",
  "thread pinned",
  "thread unpinned",
  "thread moved",
  "thread merged",
  "thread split",
  "person warned",
  "person silenced",
  "silence lifted",
  "person suspended",
  "suspension lifted",
  "member removed",
  "lore removed",
  "appeal answered",
  "duty given",
  "duty ended",
] as const;
/** Of a row of the ledger: one of these, and not what somebody did with their own words. The same in the index and in the query. */
export const isModeration = `verb in (${moderationVerbs.map((verb) => `'${verb}'`).join(", ")}) and (object_kind <> 'post' or subject_id is not null)`;

/** Append-only: a trigger refuses change and removal. */
export const ledger = pgTable(
  "ledger",
  {
    communityId: uuid("community_id")
      .notNull()
      .references(() => communities.id),
    ...entry,
    spaceId: uuid("space_id"),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("ledger_actor").on(t.communityId, t.actorId, t.id),
    index("ledger_subject").on(t.communityId, t.subjectId, t.id),
    index("ledger_moderation")
      .on(t.communityId, t.at.desc().nullsFirst(), t.id.desc().nullsFirst())
      .where(sql.raw(isModeration)),
  ],
);

export const brandLedger = pgTable(
  "brand_ledger",
  {
    brandId: uuid("brand_id")
      .notNull()
      .references(() => brands.id),
    ...entry,
  },
  (t) => [primaryKey({ columns: [t.brandId, t.id] })],
);

/** What a person did with their own account: their security history. */
export const accountLedger = pgTable("account_ledger", { ...entry }, (t) => [
  primaryKey({ columns: [t.id] }),
  index("account_ledger_actor").on(t.actorId, t.id),
]);
