import { action } from "@/lib/action";
import { joinCommunity } from "@/lib/members/commands";
import { nothingInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { asNewcomer, slugOf } from "../open";

export const POST = action({
  name: "members.join",
  input: nothingInput,
  open: asNewcomer,
  run: joinCommunity,
  to: (_, { params }) => paths.community(slugOf(params)),
});
