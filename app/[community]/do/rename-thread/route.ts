import { openThreadToRename } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { renameThread } from "@/lib/threads/commands";
import { renameThreadInput } from "@/lib/threads/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "threads.rename",
  input: renameThreadInput,
  open: async (...asked) => openThreadToRename(await atThread(...asked)),
  run: renameThread,
  to: ({ threadId }, { params, input }) => paths.thread(slugOf(params), { id: threadId, title: input.title }),
});
