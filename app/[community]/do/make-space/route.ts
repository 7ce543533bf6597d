import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { makeSpace } from "@/lib/spaces/commands";
import { badgeLists, makeSpaceInput } from "@/lib/spaces/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "spaces.make",
  input: makeSpaceInput,
  lists: badgeLists,
  open: atDesk,
  run: makeSpace,
  to: (_, { params, input }) => paths.space(slugOf(params), input.slug),
});
