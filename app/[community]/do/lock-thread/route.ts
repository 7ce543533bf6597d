import { openThreadToManage } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { lockThread } from "@/lib/threads/ordering/commands";
import { lockThreadInput } from "@/lib/threads/ordering/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.lock",
  input: lockThreadInput,
  open: async (...asked) => openThreadToManage(await atThread(...asked)),
  run: lockThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
