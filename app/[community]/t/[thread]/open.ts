import { cache } from "react";
import { openThread } from "@/lib/access/gate";
import { communityOf } from "@/lib/page";
import { postsOf } from "@/lib/posts/queries";

/** Title and page ask for the same thread: it is found once a request. */
export const threadOf = cache(async (community: string, thread: string) =>
  openThread(await communityOf(community), thread),
);

/** Title and page read the same posts: they are asked for once a request. */
export const postsOn = cache(postsOf);
