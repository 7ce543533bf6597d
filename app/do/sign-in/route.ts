import { openVisitor } from "@/lib/access/gate";
import { signIn } from "@/lib/accounts/commands";
import { signInInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";

export const POST = action({
  name: "accounts.signIn",
  input: signInInput,
  open: openVisitor,
  run: async (access, input) => arrive(await signIn(access, input, await thisBrowser())),
  to: (next) => next,
});
