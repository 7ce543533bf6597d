import { openPostRemoval } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { removePost } from "@/lib/posts/commands";
import { removePostInput } from "@/lib/posts/input";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "posts.remove",
  input: removePostInput,
  open: async (...asked) => openPostRemoval(await atPost(...asked)),
  run: removePost,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
