import { action } from "@/lib/action";
import { undoImport } from "@/lib/imports/commands";
import { undoImportInput } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.undo",
  input: undoImportInput,
  open: atDesk,
  run: undoImport,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
