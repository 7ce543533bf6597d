import { openPerson } from "@/lib/access/gate";
import { changeAvatar } from "@/lib/accounts/avatar";
import { avatarInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.changeAvatar",
  input: avatarInput,
  limit: 9_000_000,
  open: openPerson,
  run: changeAvatar,
  to: () => `${paths.settingsOf("profile")}?done=1`,
});
