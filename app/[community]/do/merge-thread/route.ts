import { openThreadToManage, openThreadToMerge } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mergeThreadInput } from "@/lib/threads/ordering/input";
import { mergeThread } from "@/lib/threads/ordering/merge";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.merge",
  input: mergeThreadInput,
  open: async (viewer, params, input) =>
    openThreadToMerge(openThreadToManage(await atThread(viewer, params, input)), input.into),
  run: mergeThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
