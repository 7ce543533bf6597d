import { openThreadToManage, openThreadToMove } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { moveThread } from "@/lib/threads/ordering/commands";
import { moveThreadInput } from "@/lib/threads/ordering/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "ordering.move",
  input: moveThreadInput,
  open: async (viewer, params, input) =>
    openThreadToMove(openThreadToManage(await atThread(viewer, params, input)), input.to),
  run: moveThread,
  to: ({ threadId }, { params }) => paths.thread(slugOf(params), { id: threadId, title: "" }),
});
