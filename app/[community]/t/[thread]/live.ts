import type { LiveThreadProps } from "@/components/threads/live-thread";
import type { ThreadAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { doing, paths } from "@/lib/paths";
import { postsAPage } from "@/lib/posts/pages";
import type { openCommunityPage } from "../../open";

type Here = Awaited<ReturnType<typeof openCommunityPage>>;

/** What a page of a thread listens to; only its last page takes what arrives, up to what fits on it. */
export function live({ words, slug }: Here, access: ThreadAccess, page: number, pages: number): LiveThreadProps {
  const { community, space, standing, thread } = access;
  const w = words.threads.live;
  return {
    community: community.id,
    space: { id: space.id, slug: space.slug },
    since: space.seq,
    thread: thread.id,
    position: thread.lastPosition,
    pageEnd: page === pages ? page * postsAPage : 0,
    urls: {
      since: paths.since(slug, thread.id),
      present: may.seeMembers(standing) ? paths.present(slug) : null,
      typing: !space.closed && may.writeInThread(standing, space, thread) ? doing.community(slug, "typing") : null,
      end: paths.end(slug, thread),
    },
    words: w,
  };
}
