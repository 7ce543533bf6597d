import { openPerson } from "@/lib/access/gate";
import { proveInput } from "@/lib/accounts/input";
import { prove } from "@/lib/accounts/security";
import { action } from "@/lib/action";
import { thisBrowser } from "@/lib/auth";

export const POST = action({
  name: "accounts.prove",
  input: proveInput,
  open: openPerson,
  run: async (access, input) => prove(access, input, await thisBrowser()),
  to: (_, { input }) => input.next,
});
