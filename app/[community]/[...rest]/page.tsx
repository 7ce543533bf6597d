import { orNothing } from "@/app/_frames/or-nothing";
import { refuse } from "@/lib/errors";

/** An address in a community that nothing has: answered inside its frame. */
export default orNothing(function NothingPage() {
  throw refuse.notFound();
});
