import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, people } from "./people";

/**
 * queued: waits for its time. sending: a server is being spoken to. sent: the server took it. failed: no server will.
 * unknown: we stopped before the server answered. kept: there is no mail server, so it stays here.
 */
export const mailStates = ["queued", "sending", "sent", "failed", "unknown", "kept"] as const;

/** One row a person and message. It holds ids; the address and every name are looked up when it is sent. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text().notNull(),
    params: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** A one-time token or a last address, encrypted; emptied as soon as it is no longer needed. */
    sealed: text(),
    locale: text().notNull(),
    /** Fixed from the start, so that a mail sent twice is still one in the reader's mailbox. */
    messageId: text("message_id").notNull(),
    state: text({ enum: mailStates }).notNull().default("queued"),
    attempts: integer().notNull().default(0),
    /** Why the last attempt failed, in our words: a server's answer may quote the address. */
    trouble: text(),
    createdAt: at("created_at").notNull().defaultNow(),
    nextAt: at("next_at").notNull().defaultNow(),
    sendingSince: at("sending_since"),
    doneAt: at("done_at"),
  },
  (t) => [
    unique("outbox_message").on(t.messageId),
    index("outbox_waiting").on(t.nextAt).where(sql`state in ('queued', 'sending')`),
    index("outbox_person").on(t.personId, t.createdAt),
    index("outbox_age").on(t.createdAt),
    check("outbox_params_small", sql`length(${t.params}::text) <= 1000`),
  ],
);
