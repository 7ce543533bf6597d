import { openPerson, openVisitor } from "@/lib/access/gate";
import { browserSecret, readSealed } from "@/lib/accounts/cookies";
import { nothingInput } from "@/lib/accounts/input";
import { resendVerification, type Waiting, waitingOf } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { currentLocale } from "@/lib/page";
import { paths } from "@/lib/paths";

/** For whoever is signed in and not proven yet; else for the address that was typed in this browser a while ago. */
export const POST = action({
  name: "accounts.resendVerification",
  input: nothingInput,
  open: openVisitor,
  run: async (access, _, { key }) => {
    const waiting = access.viewer.personId
      ? await waitingOf(openPerson(access.viewer), await browserSecret())
      : await readSealed<Waiting>("waiting");
    if (waiting) await resendVerification(access, waiting, { key, locale: await currentLocale() });
    return waiting !== undefined;
  },
  to: (sent) => (sent ? `${paths.checkMail}?again=1` : paths.signUp()),
});
