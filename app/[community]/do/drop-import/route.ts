import { action } from "@/lib/action";
import { dropImport } from "@/lib/imports/commands";
import { importInput } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.drop",
  input: importInput,
  open: atDesk,
  run: dropImport,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
