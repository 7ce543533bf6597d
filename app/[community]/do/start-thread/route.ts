import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mostFormBytes } from "@/lib/pictures/input";
import { startThread } from "@/lib/threads/commands";
import { startThreadInput } from "@/lib/threads/input";
import { slugOf, toStart } from "../open";

export const POST = action({
  name: "threads.start",
  input: startThreadInput,
  lists: ["pictures"],
  limit: mostFormBytes,
  open: toStart,
  run: startThread,
  to: ({ threadId, held }, { params, input }) =>
    held
      ? `${paths.held(slugOf(params))}#held-${held}`
      : paths.thread(slugOf(params), { id: threadId, title: input.title }),
});
