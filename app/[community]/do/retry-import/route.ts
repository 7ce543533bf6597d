import { action } from "@/lib/action";
import { retryImport } from "@/lib/imports/commands";
import { importInput } from "@/lib/imports/input";
import { paths } from "@/lib/paths";
import { atDesk, slugOf } from "../open";

export const POST = action({
  name: "imports.retry",
  input: importInput,
  open: atDesk,
  run: retryImport,
  to: ({ importId }, { params }) => paths.manageImport(slugOf(params), importId),
});
