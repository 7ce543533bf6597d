import { action } from "@/lib/action";
import { writeNote } from "@/lib/moderation/notes/commands";
import { noteInput } from "@/lib/moderation/notes/input";
import { paths } from "@/lib/paths";
import { atReports, slugOf } from "../open";

export const POST = action({
  name: "moderation.writeNote",
  input: noteInput,
  open: atReports,
  run: writeNote,
  to: (_, { params, input }) => paths.history(slugOf(params), input.person),
});
