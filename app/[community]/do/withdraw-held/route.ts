import { openOwnHeld } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { withdrawHeld } from "@/lib/moderation/held/commands";
import { heldInput } from "@/lib/moderation/held/input";
import { paths } from "@/lib/paths";
import { inCommunity, slugOf } from "../open";

export const POST = action({
  name: "moderation.withdrawHeld",
  input: heldInput,
  open: async (viewer, params) => openOwnHeld(await inCommunity(viewer, params)),
  run: withdrawHeld,
  to: (_, { params }) => paths.held(slugOf(params)),
});
