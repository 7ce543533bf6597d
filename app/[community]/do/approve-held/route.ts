import { action } from "@/lib/action";
import { approveHeld } from "@/lib/moderation/held/commands";
import { heldInput } from "@/lib/moderation/held/input";
import { paths } from "@/lib/paths";
import { atHeld, slugOf } from "../open";

export const POST = action({
  name: "moderation.approveHeld",
  input: heldInput,
  open: atHeld,
  run: approveHeld,
  to: (_, { params }) => paths.moderation(slugOf(params), "held"),
});
