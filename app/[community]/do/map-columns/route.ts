import { action } from "@/lib/action";
import { mapColumns } from "@/lib/imports/commands";
import { mapColumnsInput } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.map-columns",
  input: mapColumnsInput,
  open: atDesk,
  run: mapColumns,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
