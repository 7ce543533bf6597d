import { openVisitor } from "@/lib/access/gate";
import { secondStep } from "@/lib/accounts/commands";
import { readCookie } from "@/lib/accounts/cookies";
import { codeInput } from "@/lib/accounts/input";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";

export const POST = action({
  name: "accounts.secondStep",
  input: codeInput,
  open: openVisitor,
  run: async (access, input) =>
    arrive(await secondStep(access, input, { ...(await thisBrowser()), second: await readCookie("second") })),
  to: (next) => next,
});
