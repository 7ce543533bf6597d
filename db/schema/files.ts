import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";

/** What a file can belong to. The access to that thing decides who may read the file. */
export const thingKinds = ["person", "brand", "community", "badge", "import", "post", "held", "preview"] as const;

/** draft: only its owner sees it. in use: its thing decides. orphan: nobody sees it, and it goes after a day. */
export const fileStates = ["draft", "in use", "orphan"] as const;

/** An instance table: rows of any tenant point to a file by its opaque id, and the file names its thing. */
export const files = pgTable(
  "files",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Whose quota it counts in. */
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => people.id),
    communityId: uuid("community_id"),
    thingKind: text("thing_kind", { enum: thingKinds }),
    thingId: uuid("thing_id"),
    state: text({ enum: fileStates }).notNull().default("draft"),
    /** Our own type, found out from the content; never the sender's. */
    type: text().notNull(),
    /** All variants together. */
    bytes: bigint({ mode: "number" }).notNull(),
    width: integer(),
    height: integer(),
    /** SHA-256 of what was kept, in hex. */
    checksum: text().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    stateSince: at("state_since").notNull().defaultNow(),
  },
  (t) => [
    index("files_owner").on(t.ownerId, t.createdAt),
    index("files_thing").on(t.thingKind, t.thingId),
    index("files_loose").on(t.stateSince).where(sql`state <> 'in use'`),
    check(
      "files_in_use_have_a_thing",
      sql`${t.state} <> 'in use' or (${t.thingKind} is not null and ${t.thingId} is not null)`,
    ),
  ],
);

/** A file that is still on its way, in parts. Its name on the sender's machine is not kept. */
export const uploads = pgTable(
  "uploads",
  {
    id: uuid().primaryKey().defaultRandom(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => people.id),
    purpose: text({ enum: ["picture", "import"] }).notNull(),
    size: bigint({ mode: "number" }).notNull(),
    /** How much has arrived and is on the disk. */
    received: bigint({ mode: "number" }).notNull().default(0),
    /** What it became. */
    fileId: uuid("file_id").references(() => files.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    movedAt: at("moved_at").notNull().defaultNow(),
  },
  (t) => [
    index("uploads_owner").on(t.ownerId),
    index("uploads_age").on(t.movedAt),
    check("uploads_within_size", sql`${t.received} <= ${t.size}`),
  ],
);
