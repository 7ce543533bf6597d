import { openAppeal, openCommunityModerator } from "@/lib/access/gate-moderation";
import { action } from "@/lib/action";
import { answerAppeal } from "@/lib/moderation/statements/commands";
import { answerAppealInput } from "@/lib/moderation/statements/input";
import { paths } from "@/lib/paths";
import { inCommunity, slugOf } from "../open";

export const POST = action({
  name: "moderation.answerAppeal",
  input: answerAppealInput,
  open: async (viewer, params, { statement }) =>
    openAppeal(await openCommunityModerator(await inCommunity(viewer, params)), statement),
  run: answerAppeal,
  to: (_, { params }) => paths.moderation(slugOf(params), "appeals"),
});
