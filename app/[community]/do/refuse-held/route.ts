import { action } from "@/lib/action";
import { refuseHeld } from "@/lib/moderation/held/commands";
import { refuseHeldInput } from "@/lib/moderation/held/input";
import { paths } from "@/lib/paths";
import { atHeld, slugOf } from "../open";

export const POST = action({
  name: "moderation.refuseHeld",
  input: refuseHeldInput,
  open: atHeld,
  run: refuseHeld,
  to: (_, { params }) => paths.moderation(slugOf(params), "held"),
});
