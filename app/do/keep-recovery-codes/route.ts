import { openPerson } from "@/lib/access/gate";
import { dropCookie } from "@/lib/accounts/cookies";
import { nothingInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

/** They are written down: from now on nobody sees them, not even their owner. */
export const POST = action({
  name: "accounts.keepRecoveryCodes",
  input: nothingInput,
  open: openPerson,
  run: () => dropCookie("codes"),
  to: () => paths.settingsOf("security"),
});
