import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { closeSpace } from "@/lib/spaces/commands";
import { spaceInput } from "@/lib/spaces/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "spaces.close",
  input: spaceInput,
  open: atDesk,
  run: closeSpace,
  to: (_, { params }) => paths.manage(slugOf(params), "spaces"),
});
