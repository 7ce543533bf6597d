import { openTermToVote } from "@/lib/access/gate-lexicon";
import { action } from "@/lib/action";
import { voteOnTerm } from "@/lib/lexicon/commands";
import { voteOnTermInput } from "@/lib/lexicon/input";
import { paths } from "@/lib/paths";
import { atTerm, slugOf } from "../open";

export const POST = action({
  name: "lexicon.vote",
  input: voteOnTermInput,
  open: async (...asked) => openTermToVote(await atTerm(...asked)),
  run: voteOnTerm,
  to: ({ termId }, { params, input: { from } }) =>
    from === "list" ? `${paths.lexicon(slugOf(params))}#t-${termId}` : paths.term(slugOf(params), termId),
});
