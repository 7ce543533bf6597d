import { openPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { hearLessOf } from "@/lib/notifications/commands";
import { kindInput } from "@/lib/notifications/input";
import { paths } from "@/lib/paths";
import { slugOf } from "../open";

export const POST = action({
  name: "notifications.hearLess",
  input: kindInput,
  open: openPerson,
  run: hearLessOf,
  to: (_, { params }) => paths.notifications(slugOf(params)),
});
