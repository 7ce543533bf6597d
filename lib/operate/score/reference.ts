import type { Timeline } from "@/lib/scoring/activity/timeline";
import type { Reference } from "@/lib/scoring/elements/meaning";

/** How common words are in general. */
export function referenceFor(_line: Timeline, catalogue: readonly string[], _file?: string): Reference {
  return { commonness: () => undefined, products: new Set(catalogue.map((one) => one.toLowerCase())) };
}
