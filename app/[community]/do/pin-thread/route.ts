import { openThreadToManage } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { pinThread } from "@/lib/threads/ordering/commands";
import { pinThreadInput } from "@/lib/threads/ordering/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.pin",
  input: pinThreadInput,
  open: async (...asked) => openThreadToManage(await atThread(...asked)),
  run: pinThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
