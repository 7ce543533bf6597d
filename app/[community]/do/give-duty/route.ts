import { action } from "@/lib/action";
import { giveDuty } from "@/lib/members/duties/commands";
import { giveDutyInput } from "@/lib/members/duties/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "members.giveDuty",
  input: giveDutyInput,
  open: atDesk,
  run: giveDuty,
  to: (_, { params, input }) => paths.managePerson(slugOf(params), input.person),
});
