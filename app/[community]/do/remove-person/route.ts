import { action } from "@/lib/action";
import { removePerson } from "@/lib/members/commands";
import { removePersonInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "members.remove",
  input: removePersonInput,
  open: atDesk,
  run: removePerson,
  to: (_, { params }) => paths.manage(slugOf(params), "people"),
});
