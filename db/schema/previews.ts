import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { files } from "./files";
import { at } from "./people";
import { posts } from "./threads";

/** waiting: nobody asked the page yet. fetching: somebody does now. failed: not asked again for a day. */
export const previewStates = ["waiting", "fetching", "ready", "failed"] as const;

/**
 * What a linked page says of itself, for one post: what was fetched for a post in one space tells nothing in another. The
 * address stays in the post; here is its hash.
 */
export const linkPreviews = pgTable(
  "link_previews",
  {
    communityId: uuid("community_id").notNull(),
    /** SHA-256 of the address, in hex. */
    urlHash: text("url_hash").notNull(),
    postId: uuid("post_id").notNull(),
    state: text({ enum: previewStates }).notNull().default("waiting"),
    title: text(),
    description: text(),
    siteName: text("site_name"),
    /** Ours, made from the picture that the page shows of itself. */
    shotFileId: uuid("shot_file_id").references(() => files.id, { onDelete: "set null" }),
    /** When the page answered, or did not. */
    fetchedAt: at("fetched_at"),
    movedAt: at("moved_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.urlHash, t.postId] }),
    foreignKey({ columns: [t.communityId, t.postId], foreignColumns: [posts.communityId, posts.id] }),
    index("link_previews_post").on(t.communityId, t.postId),
    index("link_previews_open").on(t.movedAt).where(sql`state in ('waiting', 'fetching')`),
  ],
);
