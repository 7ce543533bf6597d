import { openPerson } from "@/lib/access/gate";
import { confirmEmail } from "@/lib/accounts/email-change";
import { tokenInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.confirmEmail",
  input: tokenInput,
  open: openPerson,
  run: confirmEmail,
  to: () => `${paths.settingsOf("security")}?done=email`,
});
