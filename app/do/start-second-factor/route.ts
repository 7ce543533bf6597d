import { openProvenPerson } from "@/lib/access/gate";
import { nothingInput } from "@/lib/accounts/input";
import { securityPath } from "@/lib/accounts/pages";
import { startSecondFactor } from "@/lib/accounts/second-factor";
import { action } from "@/lib/action";

export const POST = action({
  name: "accounts.startSecondFactor",
  input: nothingInput,
  open: openProvenPerson,
  run: startSecondFactor,
  to: () => securityPath("second-step"),
});
