import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { files, thingKinds } from "@/db/schema/files";
import { openCommunityById, openHeld, openPost } from "@/lib/access/gate";
import type { Viewer } from "@/lib/access/viewer";
import { Refusal } from "@/lib/errors";

type Kind = (typeof thingKinds)[number];

/** Who may read a thing's file: everyone (a shared cache may hold it), this viewer, or not this viewer. */
export type Reach = "everyone" | "viewer" | "nobody";
type Resolve = (viewer: Viewer, thingId: string, communityId: string | null) => Promise<Reach>;

// An id that nobody has.
const nobody = "00000000-0000-0000-0000-000000000000";

const exists = async (query: ReturnType<typeof sql>) => (await db().execute(query)).rows.length > 0;

/**
 * A face is seen by its owner and by whoever meets them: they take part in one community. Where a community lets
 * everyone in, its public spaces show faces to everyone.
 */
const face: Resolve = async (viewer, personId) => {
  const open = await exists(sql`
    select 1 from memberships m join spaces s on s.community_id = m.community_id
    where m.person_id = ${personId} and s.read_audience = 'everyone' and s.closed_at is null limit 1`);
  if (open) return "everyone";
  if (viewer.personId === personId) return "viewer";
  // Asked for a visitor too, who has met nobody: every "no" takes two questions.
  const met = await exists(sql`
    select 1 from memberships a join memberships b on a.community_id = b.community_id
    where a.person_id = ${viewer.personId} and b.person_id = ${personId}
    union all select 1 from memberships m join communities c on c.id = m.community_id
      join brand_owners o on o.brand_id = c.brand_id
    where (m.person_id = ${personId} and o.person_id = ${viewer.personId})
       or (m.person_id = ${viewer.personId} and o.person_id = ${personId}) limit 1`);
  return met ? "viewer" : "nobody";
};

/** The sign over the door: it can be seen by everybody who can find the door. */
const sign: Resolve = async () => "everyone";

/**
 * A picture in a post is read by whoever reads the post, wherever its thread stands by now; once the post is out of view, by
 * those who still see it. Two questions, as for a face.
 */
const said: Resolve = async (viewer, postId, communityId) => {
  try {
    const { space, thread, post } = await openPost(await openCommunityById(viewer, communityId ?? nobody), postId);
    return space.readAudience === "everyone" && !post.removed && thread.posts > 0 ? "everyone" : "viewer";
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return "nobody";
    throw error;
  }
};

/** A picture in what waits is seen by its author and by who decides about it. Two questions as well. */
const waiting: Resolve = async (viewer, heldId, communityId) => {
  try {
    await openHeld(await openCommunityById(viewer, communityId ?? nobody), heldId);
    return "viewer";
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return "nobody";
    throw error;
  }
};

const resolvers: Record<Kind, Resolve> = {
  person: face,
  brand: sign,
  community: sign,
  badge: sign,
  // What a manager brought in is read by the importer, never served.
  import: async () => "nobody",
  post: said,
  // By the post that links to the page.
  preview: said,
  held: waiting,
};

/** Asked again at every request: what was open yesterday may be closed today. */
export async function reachOf(viewer: Viewer, file: typeof files.$inferSelect | undefined): Promise<Reach> {
  if (file?.state === "draft" && viewer.personId === file.ownerId) return "viewer";
  if (file?.state === "in use" && file.thingKind && file.thingId) {
    const reach = await resolvers[file.thingKind](viewer, file.thingId, file.communityId);
    if (reach !== "nobody" || ["person", "post", "held", "preview"].includes(file.thingKind)) return reach;
  }
  // What is not there asks as many questions as a face that may not be seen: time would tell the two apart.
  await face(viewer, nobody, null);
  return "nobody";
}
