import { openCommunity, openDesk } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { grantBadge } from "@/lib/badges/commands";
import { grantInput } from "@/lib/badges/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "badges.grant",
  input: grantInput,
  open: async (viewer, { community }) => openDesk(await openCommunity(viewer, community!)),
  run: grantBadge,
  to: (_, { params }) => paths.manage(params.community!, "badges"),
});
