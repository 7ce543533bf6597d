import { action } from "@/lib/action";
import { noteBookmark } from "@/lib/bookmarks/commands";
import { noteInput } from "@/lib/bookmarks/input";
import { paths } from "@/lib/paths";
import { asMember, slugOf } from "../open";

export const POST = action({
  name: "bookmarks.note",
  input: noteInput,
  open: asMember,
  run: noteBookmark,
  to: (_, { params }) => paths.bookmarks(slugOf(params)),
});
