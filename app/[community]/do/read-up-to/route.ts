import { openThreadReader } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { pageOf } from "@/lib/posts/pages";
import { readUpTo } from "@/lib/threads/commands";
import { readUpToInput } from "@/lib/threads/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "threads.readUpTo",
  input: readUpToInput,
  open: async (...asked) => openThreadReader(await atThread(...asked)),
  run: readUpTo,
  to: (_, { params, input }) =>
    `${paths.thread(slugOf(params), { id: input.thread, title: "" }, pageOf(input.position))}#p${input.position}`,
});
