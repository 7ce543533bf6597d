import { action } from "@/lib/action";
import { endDuty } from "@/lib/members/duties/commands";
import { endDutyInput } from "@/lib/members/duties/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "members.endDuty",
  input: endDutyInput,
  open: atDesk,
  run: endDuty,
  to: (_, { params, input }) => paths.managePerson(slugOf(params), input.person),
});
