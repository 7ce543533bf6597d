import { openProvenPerson } from "@/lib/access/gate";
import { changeEmail } from "@/lib/accounts/email-change";
import { changeEmailInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.changeEmail",
  input: changeEmailInput,
  open: openProvenPerson,
  run: changeEmail,
  to: () => paths.settingsOf("security"),
});
