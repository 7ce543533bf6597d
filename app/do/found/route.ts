import { openVisitor } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { beginSession, userAgent } from "@/lib/auth";
import { foundFirst } from "@/lib/brands/commands";
import { foundFirstInput } from "@/lib/brands/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "brands.foundFirst",
  input: foundFirstInput,
  open: openVisitor,
  async run(access, input, { key }) {
    const { ticket, community } = await foundFirst(access, input, { key, device: await userAgent() });
    // The same form sent again founds nothing anew and signs nobody in.
    if (ticket) await beginSession(ticket);
    return community;
  },
  to: (community) => paths.community(community),
});
