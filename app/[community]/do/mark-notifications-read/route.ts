import { action } from "@/lib/action";
import { markNotificationsRead } from "@/lib/notifications/commands";
import { markReadInput } from "@/lib/notifications/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "notifications.markRead",
  input: markReadInput,
  open: asMember,
  run: markNotificationsRead,
  to: (_, { params }) => paths.notifications(slugOf(params)),
});
