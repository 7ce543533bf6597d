import { openThreadToManage } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { unpinThread } from "@/lib/threads/ordering/commands";
import { unpinThreadInput } from "@/lib/threads/ordering/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.unpin",
  input: unpinThreadInput,
  open: async (...asked) => openThreadToManage(await atThread(...asked)),
  run: unpinThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
