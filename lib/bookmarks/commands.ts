import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { bookmarks } from "@/db/schema";
import type { MemberAccess, PostReaderAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { when, write } from "@/lib/write";
import type { keepInput, moments, noteInput } from "./input";

type More = { key: string };
type Kept = Promise<{ postId: string }>;

// Nothing here is recorded or announced: what somebody keeps for themselves is no act in the community.

/** Keeps a post; kept already, it stays as it is. */
export async function keepPost(access: PostReaderAccess, _: object, { key }: More): Kept {
  const { community, post, personId } = access;
  return write(access, key, "bookmarks.keepPost", { communityId: community.id, postId: post.id }, async (tx) => {
    await tx
      .insert(bookmarks)
      .values({ communityId: community.id, personId, postId: post.id, createdAt: when(access) })
      .onConflictDoNothing();
    return { postId: post.id };
  });
}

/** Also where its post can no longer be read: the bookmark is still one's own. */
export async function dropBookmark(access: MemberAccess, { post }: z.infer<typeof keepInput>, { key }: More): Kept {
  const content = { communityId: access.community.id, postId: post };
  return write(access, key, "bookmarks.drop", content, async (tx) => {
    await tx.delete(bookmarks).where(mine(access, post));
    return { postId: post };
  });
}

/** Note and reminder of one's own bookmark. A reminder that was due is over when another is set, or none. */
export async function noteBookmark(access: MemberAccess, input: z.infer<typeof noteInput>, { key }: More): Kept {
  const { post, note, remind, at } = input;
  return write(access, key, "bookmarks.note", { communityId: access.community.id, ...input }, async (tx) => {
    const remindAt = remind === "none" ? null : momentOf(remind, at, zoneOf(access));
    const [saved] = await tx
      .update(bookmarks)
      .set({ note, remindAt, dueAt: null })
      .where(mine(access, post))
      .returning({
        fits: sql<boolean>`${bookmarks.remindAt} is null or ${bookmarks.remindAt} between now() and now() + interval '5 years'`,
      });
    if (!saved) throw refuse.notFound();
    if (!saved.fits) throw refuse.invalid({ at: "bookmarks.pastOrFar" });
    return { postId: post };
  });
}

const mine = ({ community, personId }: MemberAccess, postId: string) =>
  and(eq(bookmarks.communityId, community.id), eq(bookmarks.personId, personId), eq(bookmarks.postId, postId));

/** Whoever has not said where they are lives by the clock of the community. */
const zoneOf = ({ viewer, community }: MemberAccess) => viewer.zone ?? community.zone;

/** By the clock of the database, which also knows when the clocks of a zone change. "Tonight" late in the evening is in an hour. */
function momentOf(remind: Exclude<(typeof moments)[number], "none">, at: string, zone: string): SQL {
  const soon = sql`now() + interval '1 hour'`;
  const today = sql`date_trunc('day', now() at time zone ${zone})`;
  switch (remind) {
    case "hour":
      return soon;
    case "tonight":
      return sql`greatest((${today} + interval '20 hours') at time zone ${zone}, ${soon})`;
    case "tomorrow":
      return sql`(${today} + interval '1 day 9 hours') at time zone ${zone}`;
    case "week":
      return sql`(date_trunc('week', ${today}) + interval '7 days 9 hours') at time zone ${zone}`;
    case "at":
      return sql`${at}::timestamp at time zone ${zone}`;
  }
}
