import { openMember } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { unreadOf } from "@/lib/notifications/queries";
import { shownCount } from "@/lib/notifications/say";
import { currentWords } from "@/lib/page";
import { inCommunity } from "../../do/open";

/** How much is news now, for a page that heard that it changed. */
export const GET = api({
  name: "notifications.unread",
  open: async (viewer, params) => openMember(await inCommunity(viewer, params)),
  run: async (access) => {
    const { count } = await unreadOf(access);
    return Response.json(shownCount(await currentWords(), count), { headers: { "cache-control": "no-store" } });
  },
});
