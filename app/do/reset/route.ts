import { openVisitor } from "@/lib/access/gate";
import { resetInput } from "@/lib/accounts/input";
import { resetPassword } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";

export const POST = action({
  name: "accounts.resetPassword",
  input: resetInput,
  open: openVisitor,
  run: async (access, input, { key }) => arrive(await resetPassword(access, input, { key, ...(await thisBrowser()) })),
  to: (next) => next,
});
