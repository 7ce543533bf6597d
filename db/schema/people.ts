import { type SQLWrapper, sql } from "drizzle-orm";
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";

export const at = (name: string) => timestamp(name, { withTimezone: true });

/** How a person came to have a row: signed up, was invited or imported and has not come yet, left only an address with a report, or is erased. */
export const personStates = ["active", "invited", "imported", "contact", "erased"] as const;

/** The words of a name without their accents; said in the same letters by the index and by who asks. */
export const nameWords = (name: SQLWrapper) =>
  sql`to_tsvector('simple'::regconfig, regexp_replace(normalize(${name}, NFKD), ${sql.raw("'[\\u0300-\\u036f]'")}, '', 'g'))`;

/**
 * The only table that holds a name, an address or a picture of a person. Everything else points to the opaque id,
 * so that erasing is one update here.
 */
export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey().defaultRandom(),
    state: text({ enum: personStates }).notNull().default("active"),
    name: text(),
    email: text(),
    emailVerifiedAt: at("email_verified_at"),
    /** A new address that has not been verified yet. */
    pendingEmail: text("pending_email"),
    bio: text(),
    avatarFileId: uuid("avatar_file_id"),
    locale: text(),
    zone: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    erasedAt: at("erased_at"),
  },
  (t) => [
    uniqueIndex("people_email").on(t.email),
    index("people_name").on(sql`lower(${t.name})`),
    index("people_name_trigrams").using("gin", t.name.op("gin_trgm_ops")),
    // By the beginning of any word of it, however it is accented.
    index("people_name_words").using("gin", sql`${nameWords(t.name)}`),
    check(
      "people_erased_is_empty",
      sql`${t.state} <> 'erased' or (${t.name} is null and ${t.email} is null and ${t.bio} is null and ${t.pendingEmail} is null and ${t.avatarFileId} is null)`,
    ),
  ],
);

/** Who was erased, when and how far; replayed after a backup is restored, so that the erased stay erased. */
export const erasures = pgTable("erasures", {
  personId: uuid("person_id").primaryKey(),
  mode: text({ enum: ["name", "texts"] }).notNull(),
  at: at("at").notNull().defaultNow(),
});
