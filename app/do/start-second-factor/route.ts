import { openProvenPerson } from "@/lib/access/gate";
import { nothingInput } from "@/lib/accounts/input";
import { startSecondFactor } from "@/lib/accounts/second-factor";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.startSecondFactor",
  input: nothingInput,
  open: openProvenPerson,
  run: startSecondFactor,
  to: () => paths.security("second-step"),
});
