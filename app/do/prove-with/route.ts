import { openPerson } from "@/lib/access/gate";
import { providerInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { leaveForProvider } from "@/lib/auth";

export const POST = action({
  name: "accounts.proveWith",
  input: providerInput,
  open: openPerson,
  run: ({ viewer }, input) => leaveForProvider({ act: "prove", ...input, sessionId: viewer.sessionId }),
  to: (address) => address,
});
