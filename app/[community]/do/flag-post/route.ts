import { openFlag } from "@/lib/access/gate-moderation";
import { action } from "@/lib/action";
import { flagPost } from "@/lib/moderation/flags/commands";
import { flagInput } from "@/lib/moderation/flags/input";
import { paths } from "@/lib/paths";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "moderation.flagPost",
  input: flagInput,
  open: async (...asked) => openFlag(await atPost(...asked)),
  run: flagPost,
  to: (_, { params, input }) => `${paths.post(slugOf(params), input.post, "flag")}?sent=1`,
});
