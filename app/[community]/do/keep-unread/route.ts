import { openThreadReader } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { keepUnreadFrom } from "@/lib/threads/commands";
import { keepUnreadInput } from "@/lib/threads/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "threads.keepUnreadFrom",
  input: keepUnreadInput,
  open: async (...asked) => openThreadReader(await atThread(...asked)),
  run: keepUnreadFrom,
  to: (_, { params, input }) => paths.space(slugOf(params), input.space),
});
