import { createHash } from "node:crypto";
import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { files } from "@/db/schema/files";
import type { AnyAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { draftPicture } from "@/lib/files/commands";
import { postPictureLimits } from "@/lib/files/pictures";
import { markdownLimit } from "@/lib/text/markdown";
import { mostPictures } from "./input";
import { pictureIds, pictureMark } from "./marks";

type Sent = { pictures?: File[]; alt?: string };

/**
 * Pictures that came with the form itself become drafts, and their marks stand at the end of the text. Slow, and so before
 * the transaction.
 * @returns the text to keep, and what was sent for the key of the form: the ids are new at every sending
 */
export async function attachPictures(
  access: AnyAccess,
  text: string,
  { pictures = [], alt }: Sent,
): Promise<{ text: string; sent: string[] }> {
  const marks: string[] = [];
  const sent: string[] = [];
  for (const picture of pictures) {
    const bytes = new Uint8Array(await picture.arrayBuffer());
    sent.push(createHash("sha256").update(bytes).digest("hex"));
    marks.push(pictureMark(await draftPicture(access, bytes, postPictureLimits), alt));
  }
  const whole = [text, ...marks].filter(Boolean).join("\n\n");
  if (whole.length > markdownLimit) throw refuse.invalid({ text: "threads.tooLong" });
  return { text: whole, sent };
}

type InPost = { communityId: string; postId: string; ownerId: string; html: string };

/**
 * The drafts of this person that the post shows become the post's, whose readers see them from now on. Somebody else's id
 * gives access to nothing: it stays what it was.
 */
export async function placePictures(tx: Tx, { communityId, postId, ownerId, html }: InPost): Promise<void> {
  const ids = pictureIds(html);
  if (ids.length > mostPictures) throw refuse.invalid({ text: "pictures.tooMany" });
  if (ids.length === 0) return;
  await tx
    .update(files)
    .set({ state: "in use", thingKind: "post", thingId: postId, communityId, stateSince: sql`now()` })
    .where(
      and(inArray(files.id, ids), eq(files.ownerId, ownerId), eq(files.state, "draft"), eq(files.type, "image/webp")),
    );
}

/** After an edit: what was taken out is a draft of its owner again, and goes after a day unless it is put back. */
export async function changePictures(tx: Tx, post: InPost): Promise<void> {
  await placePictures(tx, post);
  const kept = pictureIds(post.html);
  await tx
    .update(files)
    .set({ state: "draft", thingKind: null, thingId: null, communityId: null, stateSince: sql`now()` })
    .where(
      and(
        eq(files.thingKind, "post"),
        eq(files.thingId, post.postId),
        eq(files.state, "in use"),
        kept.length > 0 ? notInArray(files.id, kept) : undefined,
      ),
    );
}
