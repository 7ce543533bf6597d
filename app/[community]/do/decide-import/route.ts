import { action } from "@/lib/action";
import { decideImport } from "@/lib/imports/commands";
import { decideImportInput, planLists } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.decide",
  input: decideImportInput,
  lists: planLists,
  open: atDesk,
  run: decideImport,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
