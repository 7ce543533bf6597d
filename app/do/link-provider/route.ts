import { openProvenPerson } from "@/lib/access/gate";
import { unlinkInput } from "@/lib/accounts/input";
import { securityPath } from "@/lib/accounts/pages";
import { action } from "@/lib/action";
import { leaveForProvider } from "@/lib/auth";

export const POST = action({
  name: "accounts.linkProvider",
  input: unlinkInput,
  open: openProvenPerson,
  run: ({ viewer }, { provider }) =>
    leaveForProvider({ act: "link", provider, next: securityPath("providers"), sessionId: viewer.sessionId }),
  to: (address) => address,
});
