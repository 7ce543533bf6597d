import { openThreadReader } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { setThreadLevel } from "@/lib/watching/commands";
import { threadLevelInput } from "@/lib/watching/input";
import { atThread, slugOf } from "../open";

/** The same as on the thread's own page; from here one comes back here. */
export const POST = action({
  name: "watching.setThread",
  input: threadLevelInput,
  open: async (...asked) => openThreadReader(await atThread(...asked)),
  run: setThreadLevel,
  to: (_, { params }) => paths.notifications(slugOf(params)),
});
