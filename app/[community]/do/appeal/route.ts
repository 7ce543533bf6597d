import { openStatement } from "@/lib/access/gate-moderation";
import { action } from "@/lib/action";
import { appeal } from "@/lib/moderation/statements/commands";
import { appealInput } from "@/lib/moderation/statements/input";
import { paths } from "@/lib/paths";
import { inCommunity, slugOf } from "../open";

export const POST = action({
  name: "moderation.appeal",
  input: appealInput,
  open: async (viewer, params, { statement }) => openStatement(await inCommunity(viewer, params), statement),
  run: appeal,
  to: ({ statementId }, { params }) => paths.statement(slugOf(params), statementId),
});
