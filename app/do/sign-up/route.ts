import { openVisitor } from "@/lib/access/gate";
import { signUp } from "@/lib/accounts/commands";
import { signUpInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";

export const POST = action({
  name: "accounts.signUp",
  input: signUpInput,
  open: openVisitor,
  run: signUp,
  to: () => paths.checkMail,
});
