import { openPostReader } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { keepPost } from "@/lib/bookmarks/commands";
import { keepInput } from "@/lib/bookmarks/input";
import { paths } from "@/lib/paths";
import { atPost, slugOf } from "../open";

export const POST = action({
  name: "bookmarks.keepPost",
  input: keepInput,
  open: async (...asked) => openPostReader(await atPost(...asked)),
  run: keepPost,
  // Without scripts, the place to say why and when: with them, nobody leaves the thread.
  to: ({ postId }, { params }) => paths.bookmark(slugOf(params), postId),
});
