import { openVisitor } from "@/lib/access/gate";
import { signUp } from "@/lib/accounts/commands";
import { setSealed } from "@/lib/accounts/cookies";
import { signUpInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";
import { currentLocale } from "@/lib/page";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.signUp",
  input: signUpInput,
  open: openVisitor,
  run: async (access, input, { key }) => {
    const come = await signUp(access, input, { key, ...(await thisBrowser()), locale: await currentLocale() });
    if (!("typed" in come)) return arrive(come);
    await setSealed("waiting", come);
    return paths.checkMail;
  },
  to: (next) => next,
});
