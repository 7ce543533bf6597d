import { openVisitor } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { serve } from "@/lib/files/serve";

export const GET = api({
  name: "files.read",
  open: openVisitor,
  run: (access, request, { id = "", variant = "" }) => serve(access, request, id, variant),
});
