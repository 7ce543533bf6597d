import { openPerson, openVisitor } from "@/lib/access/gate";
import { stopEmailChange, stopEmailChangeByMail } from "@/lib/accounts/email-change";
import { stopInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

/** With the token of the mail anybody may stop it, without one only who is signed in. */
export const POST = action({
  name: "accounts.stopEmailChange",
  input: stopInput,
  open: openVisitor,
  run: async ({ viewer }, { token }, more) =>
    token ? stopEmailChangeByMail(openVisitor(viewer), { token }, more) : stopEmailChange(openPerson(viewer), {}, more),
  to: (_, { input }) => (input.token ? paths.forgot : paths.settingsOf("security")),
});
