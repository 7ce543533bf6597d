import { action } from "@/lib/action";
import { block } from "@/lib/blocks/commands";
import { personInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "blocks.block",
  input: personInput,
  open: asMember,
  run: block,
  to: (_, { params, input }) => paths.member(slugOf(params), input.person),
});
