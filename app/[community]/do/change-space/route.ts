import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changeSpace } from "@/lib/spaces/commands";
import { badgeLists, changeSpaceInput } from "@/lib/spaces/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "spaces.change",
  input: changeSpaceInput,
  lists: badgeLists,
  open: atDesk,
  run: changeSpace,
  to: (_, { params, input }) => paths.space(slugOf(params), input.slug),
});
