import { action } from "@/lib/action";
import { decideRequest } from "@/lib/members/requests/commands";
import { decideRequestInput } from "@/lib/members/requests/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "members.decideRequest",
  input: decideRequestInput,
  open: atDesk,
  run: decideRequest,
  to: (_, { params }) => paths.manage(slugOf(params), "requests"),
});
