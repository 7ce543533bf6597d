import type { Element, ElementName, Report, WindowRow } from "@/lib/scoring/output";

// What a snapshot holds, beside queries.ts and take.ts because both must mean the same by it. Ids and numbers, no word of anybody.

/** A post that shows what a figure says; `figures` are the numbers of the sentence that says why. */
export interface Proof {
  readonly post: string;
  readonly figures: readonly number[];
  /** Where in its text, as stored: from (with) to (without). */
  readonly span?: readonly [number, number];
}

export type Figure = Omit<Element, "evidence" | "reason"> & { readonly evidence: readonly Proof[] };

export interface Tie {
  readonly a: string;
  readonly b: string;
  /** Of eight, in how many weeks they answered each other. */
  readonly weeks: number;
  /** The post that completed their last exchange, and its day. */
  readonly post: string;
  readonly last: string;
}

/** `would`: what repeated interaction would be, had the two exchanged once more; null where it has no value. */
export type Lapsing = Tie & { readonly would: number | null };

/** How many held a tie in a window, and how many ties there were. */
export type TiesThen = { readonly to: string; readonly people: number; readonly ties: number };

export interface PulseResult {
  readonly window: Report["window"];
  readonly members: number;
  readonly posts: number;
  readonly trust: Report["trust"];
  readonly elements: Readonly<Record<ElementName, Figure>>;
  readonly windows: readonly WindowRow[];
  /** What the sentences say, of the window that is shown. */
  readonly counts: {
    readonly tied: number;
    readonly words: number;
    readonly carried: number;
    readonly returning: number;
    readonly insiders: number;
    readonly brandThreads: number;
    readonly brandExchanges: number;
  };
  /** From Monday on: posts of members, and days on which a member said something. */
  readonly rhythm: readonly { readonly posts: number; readonly days: number }[];
  readonly tiesThen: readonly TiesThen[];
  /** The strongest of them, and how many people and ties there are in all. */
  readonly ties: readonly Tie[];
  readonly tiesInAll: { readonly people: number; readonly ties: number };
  /** Ties that were there and of which nothing was seen in the last two weeks; those first that would move most. */
  readonly lapsing: readonly Lapsing[];
}
