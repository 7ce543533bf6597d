import { openPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { unblock } from "@/lib/blocks/commands";
import { personInput } from "@/lib/members/input";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "blocks.unblock",
  input: personInput,
  open: openPerson,
  run: unblock,
  to: () => `${paths.settingsOf("blocked")}?done=1`,
});
