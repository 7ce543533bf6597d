import { openPerson } from "@/lib/access/gate";
import { nothingInput } from "@/lib/accounts/input";
import { signOutEverywhere } from "@/lib/accounts/security";
import { action } from "@/lib/action";
import { clearSessionCookie } from "@/lib/auth";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.signOutEverywhere",
  input: nothingInput,
  open: openPerson,
  run: async (access, input, { key }) => {
    await signOutEverywhere(access, input, { key });
    await clearSessionCookie();
  },
  to: () => paths.signIn(),
});
