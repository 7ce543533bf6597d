import { openReaction } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { react } from "@/lib/reactions/commands";
import { reactInput } from "@/lib/reactions/input";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "reactions.react",
  input: reactInput,
  open: async (...asked) => openReaction(await atPost(...asked)),
  run: react,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
