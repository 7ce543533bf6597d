import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { openCommunityById, openMember, openPost, openPostReader } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { Refusal } from "@/lib/errors";

// Its own file because it asks for access as the reader of the mail, which no other letter does.

/** The thread that somebody asked to be reminded of; nothing if at this moment they may not read it, or want it no longer. */
export async function remindedOf(
  personId: string,
  communityId: string,
  bookmarkId: string,
): Promise<{ title: string; postId: string } | undefined> {
  const { rows } = await db().execute<{ postId: string }>(sql`
    select post_id as "postId" from bookmarks
    where community_id = ${communityId} and id = ${bookmarkId} and person_id = ${personId} and due_at is not null`);
  const [kept] = rows;
  if (!kept) return undefined;
  try {
    const access = openMember(await openCommunityById(await viewerOf(personId), communityId));
    const { thread } = openPostReader(await openPost(access, kept.postId));
    return { title: thread.title, postId: kept.postId };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
