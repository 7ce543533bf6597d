import type { NextRequest } from "next/server";
import { openVisitor } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { returnFromProvider } from "@/lib/auth";

/** Where a provider sends people back to. Everything else of the protocol happens behind forms of ours and is not there. */
export const GET = api({
  name: "accounts.returnFromProvider",
  open: openVisitor,
  run: (_, request) => returnFromProvider(request as NextRequest),
});
