import { action } from "@/lib/action";
import { dropBookmark } from "@/lib/bookmarks/commands";
import { keepInput } from "@/lib/bookmarks/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "bookmarks.drop",
  input: keepInput,
  open: asMember,
  run: dropBookmark,
  to: (_, { params }) => paths.bookmarks(slugOf(params)),
});
