import { action } from "@/lib/action";
import { readImport } from "@/lib/imports/commands";
import { mostWithForm, readImportInput } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.read",
  input: readImportInput,
  // The file and the rest of its form.
  limit: mostWithForm + 100_000,
  open: atDesk,
  run: readImport,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
