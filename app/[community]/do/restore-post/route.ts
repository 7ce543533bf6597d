import { openPostRemoval } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { restorePost } from "@/lib/posts/commands";
import { postInput } from "@/lib/posts/input";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "posts.restore",
  input: postInput,
  open: async (...asked) => openPostRemoval(await atPost(...asked)),
  run: restorePost,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
