import { openVisitor } from "@/lib/access/gate";
import { signUp } from "@/lib/accounts/commands";
import { browserSecret, setSealed } from "@/lib/accounts/cookies";
import { signUpInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { currentLocale } from "@/lib/page";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.signUp",
  input: signUpInput,
  open: openVisitor,
  run: async (access, input, { key }) => {
    const waiting = await signUp(access, input, { key, browser: await browserSecret(), locale: await currentLocale() });
    await setSealed("waiting", waiting);
  },
  to: () => paths.checkMail,
});
