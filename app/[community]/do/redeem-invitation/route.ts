import { action } from "@/lib/action";
import { redeemInvitation } from "@/lib/members/invitations/commands";
import { redeemInput } from "@/lib/members/invitations/input";
import { paths } from "@/lib/paths";
import { asGuest, slugOf } from "../open";

export const POST = action({
  name: "members.redeemInvitation",
  input: redeemInput,
  open: asGuest,
  run: redeemInvitation,
  to: (_, { params }) => paths.community(slugOf(params)),
});
