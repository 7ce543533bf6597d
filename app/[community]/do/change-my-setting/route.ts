import { currentViewer } from "@/lib/access/viewer";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { changeMemberSetting } from "@/lib/settings/commands";
import { changeInput } from "@/lib/settings/input";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "settings.change.member",
  input: changeInput,
  open: asMember,
  run: changeMemberSetting,
  to: async (_, { params }) => `${paths.member(slugOf(params), (await currentViewer()).personId ?? "")}#my-settings`,
});
