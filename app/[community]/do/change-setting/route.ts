import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changeCommunitySetting } from "@/lib/settings/commands";
import { changeInput } from "@/lib/settings/input";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "settings.change.community",
  input: changeInput,
  open: atDesk,
  run: changeCommunitySetting,
  to: (_, { params }) => paths.manage(slugOf(params), "settings"),
});
