import { action } from "@/lib/action";
import { giveRole } from "@/lib/members/commands";
import { giveRoleInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "members.giveRole",
  input: giveRoleInput,
  open: atDesk,
  run: giveRole,
  to: (_, { params, input }) => paths.managePerson(slugOf(params), input.person),
});
