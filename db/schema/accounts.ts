import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, people } from "./people";

const person = () =>
  uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

export const passwords = pgTable("passwords", {
  personId: person().primaryKey(),
  /** argon2id */
  hash: text().notNull(),
  changedAt: at("changed_at").notNull().defaultNow(),
});

/** The truth about who is signed in: read on every request. The cookie holds a secret of which only the hash is here. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    secretHash: text("secret_hash").notNull(),
    personId: person(),
    device: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    /** When the password or another proof was last given; sensitive acts ask for a fresh one. */
    provenAt: at("proven_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
    endedWhy: text("ended_why", {
      enum: ["signed out", "signed out everywhere", "password changed", "erased", "rotated"],
    }),
  },
  (t) => [uniqueIndex("sessions_secret").on(t.secretHash), index("sessions_person").on(t.personId, t.createdAt)],
);

export const tokenPurposes = ["verify", "magic", "reset", "change", "ticket", "second", "found"] as const;

/** One-time tokens: hashed, bound to one purpose, redeemed by POST. */
export const tokens = pgTable(
  "tokens",
  {
    hash: text().primaryKey(),
    purpose: text({ enum: tokenPurposes }).notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "cascade" }),
    detail: jsonb().$type<Record<string, string>>().notNull().default({}),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [index("tokens_person").on(t.personId, t.purpose)],
);

/** An account at an identity provider; the provider's own tokens are not kept. */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: person(),
    linkedAt: at("linked_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.subject] }),
    uniqueIndex("identities_person").on(t.personId, t.provider),
  ],
);

export const totpFactors = pgTable("totp_factors", {
  personId: person().primaryKey(),
  /** Encrypted with a key made from the instance's secret. */
  secret: text().notNull(),
  confirmedAt: at("confirmed_at"),
  /** The last time step that was accepted: a code works once. */
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

export const recoveryCodes = pgTable(
  "recovery_codes",
  { personId: person(), hash: text().notNull(), usedAt: at("used_at") },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
);

/** Browsers that signed in before have a budget of attempts of their own, so that a stranger cannot lock an owner out. */
export const knownBrowsers = pgTable(
  "known_browsers",
  { personId: person(), hash: text().notNull(), seenAt: at("seen_at").notNull().defaultNow() },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
);

/** Attempts under a keyed hash of what was attempted (an account, a network), shared by all processes. */
export const attempts = pgTable(
  "attempts",
  { key: text().notNull(), windowStart: at("window_start").notNull(), count: integer().notNull().default(1) },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index("attempts_age").on(t.windowStart)],
);

/** What a write answered, by the key that came with its form. Holds ids, never text; kept seven days. */
export const writes = pgTable(
  "writes",
  {
    actor: text().notNull(),
    key: uuid().notNull(),
    name: text().notNull(),
    contentHash: text("content_hash").notNull(),
    result: jsonb().$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    done: boolean().notNull().default(false),
    createdAt: at("created_at").notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index("writes_age").on(t.createdAt)],
);
