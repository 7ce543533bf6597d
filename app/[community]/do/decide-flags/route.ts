import { openPostToModerate } from "@/lib/access/gate-moderation";
import { action } from "@/lib/action";
import { decideFlags } from "@/lib/moderation/flags/commands";
import { decideFlagsInput } from "@/lib/moderation/flags/input";
import { paths } from "@/lib/paths";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "moderation.decideFlags",
  input: decideFlagsInput,
  open: async (...asked) => openPostToModerate(await atPost(...asked)),
  run: decideFlags,
  to: (_, { params }) => `${paths.moderation(slugOf(params))}?done=1`,
});
