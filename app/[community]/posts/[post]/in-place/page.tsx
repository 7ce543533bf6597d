import { orNothing } from "@/app/_frames/or-nothing";
import { postAlone } from "@/lib/posts/queries";
import { openPostPage, type PostParams } from "../open";
import { PostsInPlace } from "../shown";

/** One post by itself: what a post answers is fetched from here and shown above it. */
export default orNothing(async function InPlacePage({ params }: { params: PostParams }) {
  const page = await openPostPage(params);
  return <PostsInPlace page={page} posts={await postAlone(page.post)} title={page.words.reading.inPlaceTitle} />;
});
