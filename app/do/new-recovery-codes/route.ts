import { openProvenPerson } from "@/lib/access/gate";
import { setSealed } from "@/lib/accounts/cookies";
import { nothingInput } from "@/lib/accounts/input";
import { newRecoveryCodes } from "@/lib/accounts/second-factor";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

/** The codes wait for the next page in a sealed cookie: they are kept nowhere in words. */
export const POST = action({
  name: "accounts.newRecoveryCodes",
  input: nothingInput,
  open: openProvenPerson,
  run: async (access, input, { key }) => {
    const codes = await newRecoveryCodes(access, input, { key });
    if (codes.length > 0) await setSealed("codes", codes);
  },
  to: () => paths.security("recovery-codes"),
});
