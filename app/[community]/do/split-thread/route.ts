import { openThreadToManage } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { splitThreadInput } from "@/lib/threads/ordering/input";
import { splitThread } from "@/lib/threads/ordering/split";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.split",
  input: splitThreadInput,
  lists: ["posts"],
  open: async (...asked) => openThreadToManage(await atThread(...asked)),
  run: splitThread,
  to: ({ threadId }, { params, input }) => paths.thread(slugOf(params), { id: threadId, title: input.title }),
});
