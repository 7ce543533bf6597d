import { openVisitor } from "@/lib/access/gate";
import { setChoice } from "@/lib/accounts/cookies";
import { themeInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";

/** A choice of this browser, since a phone in bed and a screen at work want different ones. */
export const POST = action({
  name: "accounts.changeTheme",
  input: themeInput,
  open: openVisitor,
  run: (_, { theme }) => setChoice("theme", theme === "auto" ? "" : theme),
  to: (_, { input }) => input.next,
});
