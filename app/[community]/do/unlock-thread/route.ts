import { openThreadToManage } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { unlockThread } from "@/lib/threads/ordering/commands";
import { threadInput } from "@/lib/threads/ordering/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.unlock",
  input: threadInput,
  open: async (...asked) => openThreadToManage(await atThread(...asked)),
  run: unlockThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
