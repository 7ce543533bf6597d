import type { ReactNode } from "react";
import { env } from "@/lib/env";
import { refuse } from "@/lib/errors";
import { orNothing } from "../_frames/or-nothing";
import NotFound from "../not-found";

/** Where this is no demonstration nothing is below this address, and it is answered as a community that never was. The pages and commands ask again for themselves. */
export default orNothing(function DemoLayout({ children }: { children: ReactNode }) {
  if (!env.demo) throw refuse.notFound();
  return children;
}, NotFound);
