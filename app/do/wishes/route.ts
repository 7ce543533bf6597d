import { openPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { changeWishes } from "@/lib/notifications/commands";
import { wishesInput } from "@/lib/notifications/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "notifications.wishes",
  input: wishesInput,
  open: openPerson,
  run: changeWishes,
  to: () => `${paths.settingsOf("notifications")}?done=1`,
});
