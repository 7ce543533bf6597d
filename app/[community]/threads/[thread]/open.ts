import { openThread, openThreadToManage } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { openCommunityPage } from "../../open";

export type ThreadParams = Promise<{ community: string; thread: string }>;

/** What every page starts from on which moderators put a thread in order. */
export async function openManagePage(params: ThreadParams) {
  const page = await openCommunityPage(params);
  const manage = openThreadToManage(await openThread(page.access, (await params).thread));
  return { ...page, manage, thread: manage.thread, back: paths.thread(page.slug, manage.thread) };
}
