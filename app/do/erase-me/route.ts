import { openProvenPerson } from "@/lib/access/gate";
import { action } from "@/lib/action";
import { clearSessionCookie } from "@/lib/auth";
import { paths } from "@/lib/paths";
import { eraseMe } from "@/lib/privacy/commands";
import { eraseMeInput } from "@/lib/privacy/input";

export const POST = action({
  name: "privacy.eraseMe",
  input: eraseMeInput,
  open: openProvenPerson,
  run: async (access, input, more) => {
    await eraseMe(access, input, more);
    await clearSessionCookie();
  },
  to: () => paths.home,
});
