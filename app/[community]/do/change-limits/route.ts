import { action } from "@/lib/action";
import { changeLimits } from "@/lib/moderation/limits/commands";
import { changeLimitsInput } from "@/lib/moderation/limits/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "limits.change",
  input: changeLimitsInput,
  open: atDesk,
  run: changeLimits,
  to: (_, { params }) => paths.manage(slugOf(params), "limits"),
});
