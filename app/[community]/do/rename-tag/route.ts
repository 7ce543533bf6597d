import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { renameTag } from "@/lib/tags/commands";
import { renameTagInput } from "@/lib/tags/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "tags.rename",
  input: renameTagInput,
  open: atDesk,
  run: renameTag,
  to: (_, { params }) => paths.manage(slugOf(params), "tags"),
});
