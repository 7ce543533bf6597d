import { openVisitor } from "@/lib/access/gate";
import { providerInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { leaveForProvider } from "@/lib/auth";

export const POST = action({
  name: "accounts.signInWith",
  input: providerInput,
  open: openVisitor,
  run: ({ viewer }, input) => leaveForProvider({ act: "enter", ...input, sessionId: viewer.sessionId }),
  to: (address) => address,
});
