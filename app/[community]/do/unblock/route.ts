import { openPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { unblock } from "@/lib/blocks/commands";
import { personInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

/** From somebody's page in a community, and back to it. */
export const POST = action({
  name: "blocks.unblock",
  input: personInput,
  open: async (viewer, params) => {
    await asMember(viewer, params);
    return openPerson(viewer);
  },
  run: unblock,
  to: (_, { params, input }) => paths.member(slugOf(params), input.person),
});
