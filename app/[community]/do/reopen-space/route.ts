import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { reopenSpace } from "@/lib/spaces/commands";
import { spaceInput } from "@/lib/spaces/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "spaces.reopen",
  input: spaceInput,
  open: atDesk,
  run: reopenSpace,
  to: (_, { params }) => paths.manage(slugOf(params), "spaces"),
});
