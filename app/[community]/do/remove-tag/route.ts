import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { removeTag } from "@/lib/tags/commands";
import { removeTagInput } from "@/lib/tags/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "tags.remove",
  input: removeTagInput,
  open: atDesk,
  run: removeTag,
  to: (_, { params }) => paths.manage(slugOf(params), "tags"),
});
