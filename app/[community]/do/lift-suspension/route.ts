import { action } from "@/lib/action";
import { liftSuspension } from "@/lib/moderation/suspensions/commands";
import { liftInput } from "@/lib/moderation/suspensions/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

/** Who was removed has no page at the desk, so their removal is lifted from the list. */
export const POST = action({
  name: "moderation.lift",
  input: liftInput,
  open: atDesk,
  run: liftSuspension,
  to: (_, { params, input }) =>
    input.removal ? paths.manage(slugOf(params), "people") : paths.managePerson(slugOf(params), input.person),
});
