import { action } from "@/lib/action";
import { askToJoin } from "@/lib/members/requests/commands";
import { askToJoinInput } from "@/lib/members/requests/input";
import { paths } from "@/lib/paths";
import { asNewcomer, slugOf } from "../open";

export const POST = action({
  name: "members.askToJoin",
  input: askToJoinInput,
  open: asNewcomer,
  run: askToJoin,
  to: (_, { params }) => paths.join(slugOf(params)),
});
