import { openProvenPerson } from "@/lib/access/gate";
import { unlinkInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { leaveForProvider } from "@/lib/auth";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.linkProvider",
  input: unlinkInput,
  open: openProvenPerson,
  run: ({ viewer }, { provider }) =>
    leaveForProvider({ act: "link", provider, next: paths.security("providers"), sessionId: viewer.sessionId }),
  to: (address) => address,
});
