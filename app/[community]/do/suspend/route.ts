import { action } from "@/lib/action";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { suspendInput } from "@/lib/moderation/suspensions/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "moderation.suspend",
  input: suspendInput,
  open: atDesk,
  run: suspendPerson,
  to: (_, { params, input }) => paths.managePerson(slugOf(params), input.person),
});
