import { action } from "@/lib/action";
import { leaveCommunity } from "@/lib/members/commands";
import { nothingInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { asOneself, slugOf } from "../open";

export const POST = action({
  name: "members.leave",
  input: nothingInput,
  open: asOneself,
  run: leaveCommunity,
  to: (_, { params }) => paths.community(slugOf(params)),
});
