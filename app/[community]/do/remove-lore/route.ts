import { openLoreToRemove } from "@/lib/access/gate-lexicon";
import { action } from "@/lib/action";
import { removeLore } from "@/lib/lexicon/commands";
import { removeLoreInput } from "@/lib/lexicon/input";
import { paths } from "@/lib/paths";
import { atTerm, slugOf } from "../open";

export const POST = action({
  name: "lexicon.removeLore",
  input: removeLoreInput,
  open: async (...asked) => openLoreToRemove(await atTerm(...asked)),
  run: removeLore,
  to: ({ termId }, { params }) => paths.term(slugOf(params), termId, "history"),
});
