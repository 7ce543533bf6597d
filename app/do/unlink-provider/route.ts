import { openProvenPerson } from "@/lib/access/gate";
import { unlinkInput } from "@/lib/accounts/input";
import { securityPath } from "@/lib/accounts/pages";
import { unlinkProvider } from "@/lib/accounts/providers";
import { action } from "@/lib/action";

export const POST = action({
  name: "accounts.unlinkProvider",
  input: unlinkInput,
  open: openProvenPerson,
  run: unlinkProvider,
  to: () => securityPath("providers"),
});
