import { openVisitor } from "@/lib/access/gate";
import { dropCookie } from "@/lib/accounts/cookies";
import { verifyInput } from "@/lib/accounts/input";
import { verifyAddress } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.verifyAddress",
  input: verifyInput,
  open: openVisitor,
  run: async (access, input, { key }) => {
    const { choosePassword, ...entered } = await verifyAddress(access, input, { key, ...(await thisBrowser()) });
    await dropCookie("waiting");
    const next = await arrive(entered);
    return choosePassword ? paths.security("password", next) : next;
  },
  to: (next) => next,
});
