import { action } from "@/lib/action";
import { inviteByMail } from "@/lib/members/invitations/commands";
import { inviteByMailInput } from "@/lib/members/invitations/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "members.inviteByMail",
  input: inviteByMailInput,
  open: asMember,
  run: inviteByMail,
  to: (_, { params }) => `${paths.invite(slugOf(params))}?sent=yes`,
});
