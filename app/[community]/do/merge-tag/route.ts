import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mergeTag } from "@/lib/tags/commands";
import { mergeTagInput } from "@/lib/tags/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "tags.merge",
  input: mergeTagInput,
  open: atDesk,
  run: mergeTag,
  to: (_, { params }) => paths.manage(slugOf(params), "tags"),
});
