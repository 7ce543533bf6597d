import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";
import { neverWas } from "@/lib/demo/absent";
import { be, beInput, openDemo } from "@/lib/demo/six";
import { env } from "@/lib/env";

const enter = action({
  name: "demo.be",
  input: beInput,
  open: openDemo,
  run: async (access, input) => arrive(await be(access, input, await thisBrowser())),
  to: (next) => next,
});

export const POST: typeof enter = (request, context) => (env.demo ? enter(request, context) : neverWas(request));
