import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { makeTag } from "@/lib/tags/commands";
import { makeTagInput } from "@/lib/tags/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "tags.make",
  input: makeTagInput,
  open: atDesk,
  run: makeTag,
  to: (_, { params }) => paths.manage(slugOf(params), "tags"),
});
