import { notFound } from "next/navigation";
import { action } from "@/lib/action";
import { arrive, thisBrowser } from "@/lib/auth";
import { be, beInput, openDemo } from "@/lib/demo/six";
import { env } from "@/lib/env";

const enter = action({
  name: "demo.be",
  input: beInput,
  open: openDemo,
  run: async (access, input) => arrive(await be(access, input, await thisBrowser())),
  to: (next) => next,
});

/** Where this is no demonstration the address is not there, whatever is sent to it. */
export const POST: typeof enter = async (request, context) => (env.demo ? enter(request, context) : notFound());
