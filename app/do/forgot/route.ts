import { openVisitor } from "@/lib/access/gate";
import { mailInput } from "@/lib/accounts/input";
import { askReset } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { currentLocale } from "@/lib/page";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.askReset",
  input: mailInput,
  open: openVisitor,
  run: async (access, input, { key }) => askReset(access, input, { key, locale: await currentLocale() }),
  to: () => `${paths.checkMail}?for=reset`,
});
