import { orNothing } from "@/app/_frames/or-nothing";
import { LoadMore } from "@/components/ui/load-more";
import { paths } from "@/lib/paths";
import { postsAPage } from "@/lib/posts/pages";
import { answersTo } from "@/lib/posts/queries";
import { one, type Search } from "../../../open";
import { openPostPage, type PostParams } from "../open";
import { PostsInPlace } from "../shown";

type Props = { params: PostParams; searchParams: Search };

/** The answers to one post; its thread fetches them from here and shows them below it. */
export default orNothing(async function AnswersPage({ params, searchParams }: Props) {
  const page = await openPostPage(params);
  const after = one((await searchParams).after);
  const posts = await answersTo(page.post, /^\d{1,7}$/.test(after ?? "") ? Number(after) : 0);
  const last = posts.length === postsAPage ? posts.at(-1)?.position : undefined;
  const address = paths.post(page.slug, page.post.post.id, "answers");
  return (
    <PostsInPlace page={page} posts={posts} title={page.words.reading.answersTitle}>
      <LoadMore href={last ? `${address}?after=${last}` : undefined} label={page.words.common.more} />
    </PostsInPlace>
  );
});
