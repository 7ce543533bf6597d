import { openPost, type PostAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import { openCommunityPage } from "../../open";

export type PostParams = Promise<{ community: string; post: string }>;

export async function openPostPage(params: PostParams) {
  const page = await openCommunityPage(params);
  const post = await openPost(page.access, (await params).post);
  return { ...page, post, back: placeOf(page.slug, post) };
}

/** Where a post stands now in its thread. */
export const placeOf = (slug: string, { thread, post }: PostAccess) =>
  `${paths.thread(slug, thread, pageOf(post.position))}#p${post.position}`;
