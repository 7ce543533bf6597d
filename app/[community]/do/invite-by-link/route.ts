import { action } from "@/lib/action";
import { inviteByLink } from "@/lib/members/invitations/commands";
import { inviteByLinkInput } from "@/lib/members/invitations/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "members.inviteByLink",
  input: inviteByLinkInput,
  open: asMember,
  run: inviteByLink,
  to: ({ invitationId }, { params }) => `${paths.invite(slugOf(params))}?made=${invitationId}`,
});
