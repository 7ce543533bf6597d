import { openPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changeMySetting } from "@/lib/settings/commands";
import { changeInput } from "@/lib/settings/input";

export const POST = action({
  name: "settings.changeMine",
  input: changeInput,
  open: openPerson,
  run: changeMySetting,
  to: (_, { input }) =>
    input.setting === "presenceShown" ? `${paths.settingsOf("profile")}?done=1` : paths.settingsOf("notifications"),
});
