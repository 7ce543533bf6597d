import { openPerson } from "@/lib/access/gate";
import { profileInput } from "@/lib/accounts/input";
import { changeProfile } from "@/lib/accounts/profile";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.changeProfile",
  input: profileInput,
  open: openPerson,
  run: changeProfile,
  to: () => `${paths.settingsOf("profile")}?done=1`,
});
