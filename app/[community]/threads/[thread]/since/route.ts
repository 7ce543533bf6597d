import { openThread, type ThreadAccess } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { currentReader } from "@/lib/page";
import { postsAfter } from "@/lib/posts/queries";
import { readSince } from "@/lib/realtime/input";
import { referredIn } from "@/lib/references/queries";
import { inCommunity } from "../../../do/open";
import { factsOf } from "../../../t/[thread]/facts";
import { markerFor } from "../../../t/[thread]/terms";

/** What was said after a position, for a page that follows the thread: small, and asked as the one who reads it. */
export const GET = api({
  name: "threads.since",
  open: async (viewer, params) => openThread(await inCommunity(viewer, params), params.thread ?? ""),
  run: async (access: ThreadAccess, request) => {
    const { after } = readSince(new URL(request.url).searchParams);
    const [posts, { words, reader }, mark] = await Promise.all([
      postsAfter(access, after),
      currentReader(access.community),
      markerFor(access),
    ]);
    const referred = await referredIn(access, posts);
    const on = { access, words, reader, slug: access.community.slug, now: new Date(), referred, mark };
    return Response.json(
      { posts: posts.flatMap((post) => factsOf(post, on) ?? []) },
      { headers: { "cache-control": "no-store" } },
    );
  },
});
