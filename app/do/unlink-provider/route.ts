import { openProvenPerson } from "@/lib/access/gate";
import { unlinkInput } from "@/lib/accounts/input";
import { unlinkProvider } from "@/lib/accounts/providers";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.unlinkProvider",
  input: unlinkInput,
  open: openProvenPerson,
  run: unlinkProvider,
  to: () => paths.security("providers"),
});
