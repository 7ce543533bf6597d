import { openCommunity, openDesk } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { revokeBadge } from "@/lib/badges/commands";
import { revokeInput } from "@/lib/badges/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "badges.revoke",
  input: revokeInput,
  open: async (viewer, { community }) => openDesk(await openCommunity(viewer, community!)),
  run: revokeBadge,
  to: (_, { params }) => paths.manage(params.community!, "badges"),
});
