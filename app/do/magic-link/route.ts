import { openVisitor } from "@/lib/access/gate";
import { mailInput } from "@/lib/accounts/input";
import { askLink } from "@/lib/accounts/links";
import { action } from "@/lib/action";
import { currentLocale } from "@/lib/page";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.askLink",
  input: mailInput,
  open: openVisitor,
  run: async (access, input, { key }) => askLink(access, input, { key, locale: await currentLocale() }),
  to: () => `${paths.checkMail}?for=link`,
});
