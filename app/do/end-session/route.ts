import { openPerson } from "@/lib/access/gate";
import { sessionInput } from "@/lib/accounts/input";
import { endOneSession } from "@/lib/accounts/security";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.endSession",
  input: sessionInput,
  open: openPerson,
  run: endOneSession,
  to: () => paths.settingsOf("devices"),
});
