import { openPerson, openVisitor } from "@/lib/access/gate";
import { setChoice } from "@/lib/accounts/cookies";
import { languageInput } from "@/lib/accounts/input";
import { changeLanguage } from "@/lib/accounts/profile";
import { action } from "@/lib/action";

export const POST = action({
  name: "accounts.changeLanguage",
  input: languageInput,
  open: openVisitor,
  run: async ({ viewer }, { locale }, { key }) => {
    if (viewer.personId) await changeLanguage(openPerson(viewer), { locale }, { key });
    await setChoice("locale", locale);
  },
  to: (_, { input }) => input.next,
});
