import { openProvenPerson } from "@/lib/access/gate";
import { passwordInput } from "@/lib/accounts/input";
import { changePassword } from "@/lib/accounts/security";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.changePassword",
  input: passwordInput,
  open: openProvenPerson,
  run: changePassword,
  to: (_, { input }) => (input.next === "/" ? `${paths.settingsOf("security")}?done=password` : input.next),
});
