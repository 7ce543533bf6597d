import { openProvenPerson } from "@/lib/access/gate";
import { setSealed } from "@/lib/accounts/cookies";
import { codeInput } from "@/lib/accounts/input";
import { confirmSecondFactor } from "@/lib/accounts/second-factor";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

/** The codes wait for the next page in a sealed cookie: they are kept nowhere in words. */
export const POST = action({
  name: "accounts.confirmSecondFactor",
  input: codeInput,
  open: openProvenPerson,
  run: async (access, input, { key }) => {
    const codes = await confirmSecondFactor(access, input, { key });
    if (codes.length > 0) await setSealed("codes", codes);
  },
  to: () => paths.security("recovery-codes"),
});
