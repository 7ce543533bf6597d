import { action } from "@/lib/action";
import { changeCommunity } from "@/lib/communities/commands";
import { changeCommunityInput } from "@/lib/communities/input";
import { paths } from "@/lib/paths";
import { atDesk } from "../open";

export const POST = action({
  name: "communities.change",
  input: changeCommunityInput,
  open: atDesk,
  run: changeCommunity,
  to: ({ slug }) => paths.manage(slug, "settings"),
});
