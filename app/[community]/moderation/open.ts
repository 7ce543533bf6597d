import { cache } from "react";
import { openModerator } from "@/lib/access/gate";
import { type CommunityParams, openCommunityPage } from "../open";

/** Asked by the frame and by the page, and read once a request. */
const moderatorOf = cache(openModerator);

/** What every room of moderation starts from; for others it is not there. */
export async function openModerationPage(params: CommunityParams) {
  const page = await openCommunityPage(params);
  return { ...page, moderator: await moderatorOf(page.access) };
}
