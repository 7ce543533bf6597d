import { type Said, saidOf } from "@/lib/scoring/lexicon/said";
import type { Scored } from "@/lib/scoring/score";

// Its own file because it is pure, and what the taking of the pulse hands to keep.ts.

/** A word as one audience's posts say it. `rank`: among those that look like the community's own; null for one that does not. */
export type Found = Said & { readonly rank: number | null; readonly spread: number | null };

/** @param known words that members have voted on, or told of: they are looked for whatever the method says of them today */
export function foundIn({ report, prepared }: Scored, known: readonly string[]): Found[] {
  const candidates = new Map(report.lexicon.map(({ term, spread }, rank) => [term, { rank: rank + 1, spread }]));
  const said = saidOf(prepared, [...candidates.keys(), ...known]);
  return said.map((one) => ({ ...one, ...(candidates.get(one.term) ?? { rank: null, spread: null }) }));
}
