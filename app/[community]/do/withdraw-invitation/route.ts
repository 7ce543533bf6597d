import { action } from "@/lib/action";
import { withdrawInvitation } from "@/lib/members/invitations/commands";
import { withdrawInvitationInput } from "@/lib/members/invitations/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

/** Stands on two pages: one's own invitations and, at the desk, everybody's. */
export const POST = action({
  name: "members.withdrawInvitation",
  input: withdrawInvitationInput,
  open: asMember,
  run: withdrawInvitation,
  to: (_, { params, input }) =>
    input.desk ? paths.manage(slugOf(params), "invitations") : paths.invite(slugOf(params)),
});
