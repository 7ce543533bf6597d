import { action } from "@/lib/action";
import { changeColour } from "@/lib/communities/commands";
import { changeColourInput } from "@/lib/communities/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "communities.changeColour",
  input: changeColourInput,
  open: atDesk,
  run: changeColour,
  to: (_, { params }) => paths.manage(slugOf(params), "settings"),
});
