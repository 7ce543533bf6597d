import { openVisitor } from "@/lib/access/gate";
import { tokenInput } from "@/lib/accounts/input";
import { redeemLink } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";

export const POST = action({
  name: "accounts.redeemLink",
  input: tokenInput,
  open: openVisitor,
  run: async (access, input, { key }) => arrive(await redeemLink(access, input, { key, ...(await thisBrowser()) })),
  to: (next) => next,
});
