import { openProvenPerson } from "@/lib/access/gate";
import { nothingInput } from "@/lib/accounts/input";
import { removeSecondFactor } from "@/lib/accounts/second-factor";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.removeSecondFactor",
  input: nothingInput,
  open: openProvenPerson,
  run: removeSecondFactor,
  to: () => paths.settingsOf("security"),
});
