import { cache } from "react";
import { openThread } from "@/lib/access/gate";
import { communityOf } from "@/lib/page";

/** Title and page ask for the same thread: it is found once a request. */
export const threadOf = cache(async (community: string, thread: string) =>
  openThread(await communityOf(community), thread),
);
