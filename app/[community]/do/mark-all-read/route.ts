import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { markAllRead } from "@/lib/threads/commands";
import { markAllReadInput } from "@/lib/threads/input";
import { asReader, slugOf } from "../open";

export const POST = action({
  name: "threads.markAllRead",
  input: markAllReadInput,
  open: asReader,
  run: markAllRead,
  to: (_, { params, input }) =>
    input.space ? paths.space(slugOf(params), input.space) : paths.community(slugOf(params)),
});
