import { redirect } from "next/navigation";
import { orNothing } from "@/app/_frames/or-nothing";
import { refuse } from "@/lib/errors";
import { markNotificationsRead } from "@/lib/notifications/commands";
import { notificationOf } from "@/lib/notifications/queries";
import { targetOf } from "@/lib/notifications/say";
import { openCommunityPage } from "../../open";
import { everythingRead } from "../open";

type Params = Promise<{ community: string; notification: string }>;

/** Opening it marks it: a plain link, so that it works without scripts and in another tab. Twice is once. */
export default orNothing(async function NotificationPage({ params }: { params: Params }) {
  const { access, slug, ahead, newKey } = await openCommunityPage(params);
  // For a visitor no such address leads anywhere, whether it is one or not; the page that says so offers to sign in.
  if (!access.standing.personId) throw refuse.notFound();
  const reads = await everythingRead(access);
  const line = await notificationOf(reads, (await params).notification);
  if (!line) throw refuse.notFound();
  if (!ahead && line.unread) await markNotificationsRead(reads, { notification: line.id }, { key: newKey() });
  redirect(targetOf(slug, line));
});
