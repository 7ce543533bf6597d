import type { Meaning } from "../elements/meaning";
import type { Prepared, Window } from "../graph/window";
import type { LexiconTerm } from "../output";

const most = 100;

/** Words that look like the community's own, for members to confirm. */
export function lexiconOf({ line }: Prepared, _window: Window, meaning: Meaning): LexiconTerm[] {
  return meaning.terms.slice(0, most).map(({ term, users, firstBy, spread }) => ({
    term,
    users,
    firstBy: line.actorId(firstBy),
    spread,
  }));
}
