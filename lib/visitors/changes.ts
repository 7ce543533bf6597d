import { type SQL, sql } from "drizzle-orm";
import { everywhere } from "./shelf";

// Its own file because whatever changes something says so here, and every process of the app hears it by this name.

export const topic = "kindling_changes";

/** What a visitor's page never shows: reading, and what somebody keeps, chooses or begins for themselves. */
const unseen =
  /^(accounts\.(?!changeProfile|changeAvatar)|bookmarks\.|blocks\.|drafts\.|files\.|mail\.|notifications\.|watching\.|members\.(askToJoin|withdrawRequest|invite|withdrawInvitation)|moderation\.(?:appeal|flag|note|report|answer|withdrawHeld)$|privacy\.downloadMine|pulse\.|threads\.(keepUnreadFrom|markAllRead|readUpTo)|settings\.change\.person)/;

/** Of a brand or a person, and so of every community that shows them. */
const wide = /^(accounts|badges|brands|privacy)\./;

/** In the transaction of a write: told with its commit, or never. @param community null: of more than one, or of none */
export const told = (name: string, community: string | null): SQL =>
  unseen.test(name)
    ? sql`null`
    : sql`pg_notify(${topic}, ${community === null || wide.test(name) ? everywhere : community})`;
