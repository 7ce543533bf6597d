import { openMember, openSpaces } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { paths } from "@/lib/paths";
import { longestTitle } from "@/lib/threads/input";
import { similarThreads } from "@/lib/threads/similar";
import { inCommunity, slugOf } from "../open";

/** Asked while a title is typed. */
export const GET = api({
  name: "threads.similar",
  open: async (viewer, params) => openMember(await inCommunity(viewer, params)),
  run: async (access, request, params) => {
    const title = (new URL(request.url).searchParams.get("title") ?? "").slice(0, longestTitle);
    const spaces = (await openSpaces(access)).flatMap((found) => ("inside" in found ? [found.inside] : []));
    const threads = (await similarThreads(spaces, title)).map(({ posts, ...thread }) => ({
      title: thread.title,
      posts,
      href: paths.thread(slugOf(params), thread),
    }));
    return Response.json({ threads }, { headers: { "cache-control": "no-store" } });
  },
});
