import { action } from "@/lib/action";
import { nothingInput } from "@/lib/members/input";
import { withdrawRequest } from "@/lib/members/requests/commands";
import { paths } from "@/lib/paths";
import { asNewcomer, slugOf } from "../open";

export const POST = action({
  name: "members.withdrawRequest",
  input: nothingInput,
  open: asNewcomer,
  run: withdrawRequest,
  to: (_, { params }) => paths.join(slugOf(params)),
});
