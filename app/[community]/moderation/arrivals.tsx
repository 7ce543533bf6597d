import { LiveNews } from "@/components/notifications/live-news";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { unreadHere } from "../open";
import type { openModerationPage } from "./open";

/** Says that something new waits; whoever looks after a place is told of it, and so is this page. */
export async function Arrivals({ here }: { here: Awaited<ReturnType<typeof openModerationPage>> }) {
  const { access, standing, community, words } = here;
  if (!may.seeMembers(standing) || !standing.verified) return null;
  const { since } = await unreadHere(access);
  const { personId } = openMember(access);
  return <LiveNews person={personId} community={community.id} since={since} label={words.notifications.newShow} />;
}
