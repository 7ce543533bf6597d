import { openOwnPost } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mostFormBytes } from "@/lib/pictures/input";
import { editPost } from "@/lib/posts/commands";
import { editPostInput } from "@/lib/posts/input";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "posts.edit",
  input: editPostInput,
  lists: ["pictures"],
  limit: mostFormBytes,
  open: async (...asked) => openOwnPost(await atPost(...asked)),
  run: editPost,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
