import { openThreadToWrite } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { mostFormBytes } from "@/lib/pictures/input";
import { writePost } from "@/lib/posts/commands";
import { writePostInput } from "@/lib/posts/input";
import { pageOf } from "@/lib/posts/pages";
import { atThread, slugOf } from "../open";

export const POST = action({
  name: "posts.write",
  input: writePostInput,
  lists: ["pictures"],
  limit: mostFormBytes,
  open: async (...asked) => openThreadToWrite(await atThread(...asked)),
  run: writePost,
  // What waits stands at the end of the thread, for its author alone.
  // By its place and not by its id: a page that shows this place already stays where it is.
  to: ({ position, held }, { params, input }) =>
    `${paths.thread(slugOf(params), { id: input.thread, title: "" }, pageOf(position))}${held ? `#held-${held}` : `#p${position}`}`,
});
