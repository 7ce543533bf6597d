import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { setSpaceLevel } from "@/lib/watching/commands";
import { spaceLevelInput } from "@/lib/watching/input";
import { inSpace, slugOf } from "../open";

export const POST = action({
  name: "watching.setSpace",
  input: spaceLevelInput,
  open: inSpace,
  run: setSpaceLevel,
  to: (_, { params, input }) => paths.space(slugOf(params), input.space),
});
