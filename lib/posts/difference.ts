import { diffWordsWithSpace } from "diff";

// Its own file because it is pure, and the only place that knows the library.

export type Piece = { text: string; how: "same" | "added" | "taken out" };

/** Beyond this many changes two texts have little in common, and comparing them would keep everybody waiting. */
const mostEdits = 2_000;

/** What became of a text, word by word; of two that share too little, the old one whole and then the new one. */
export function difference(before: string, after: string): Piece[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (!parts)
    return [
      { text: before, how: "taken out" },
      { text: after, how: "added" },
    ];
  return parts.map(({ value, added, removed }) => ({
    text: value,
    how: added ? "added" : removed ? "taken out" : "same",
  }));
}
