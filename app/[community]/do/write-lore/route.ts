import { openTermToTell } from "@/lib/access/gate-lexicon";
import { action } from "@/lib/action";
import { writeLore } from "@/lib/lexicon/commands";
import { writeLoreInput } from "@/lib/lexicon/input";
import { paths } from "@/lib/paths";
import { atTerm, slugOf } from "../open";

export const POST = action({
  name: "lexicon.writeLore",
  input: writeLoreInput,
  open: async (...asked) => openTermToTell(await atTerm(...asked)),
  run: writeLore,
  to: ({ termId }, { params }) => paths.term(slugOf(params), termId),
});
