import { openThreadToWrite } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mostFormBytes } from "@/lib/pictures/input";
import { writePost } from "@/lib/posts/commands";
import { writePostInput } from "@/lib/posts/input";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "posts.write",
  input: writePostInput,
  lists: ["pictures"],
  limit: mostFormBytes,
  open: async (...asked) => openThreadToWrite(await atThread(...asked)),
  run: writePost,
  to: ({ postId }, { params }) => paths.post(slugOf(params), postId),
});
