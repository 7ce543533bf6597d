import { openDesk } from "@/lib/access/gate";
import { type CommunityParams, openCommunityPage } from "../open";

/** What every page of the desk starts from; for others it is not there. */
export async function openDeskPage(params: CommunityParams) {
  const page = await openCommunityPage(params);
  return { ...page, desk: openDesk(page.access) };
}
