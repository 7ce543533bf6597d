/** Changes whenever the same activity could get another number. */
export const methodVersion = "kindling-4e/1";

export const elementNames = ["interaction", "meaning", "stakes", "standing"] as const;
export type ElementName = (typeof elementNames)[number];

export interface Evidence {
  readonly id: string;
  readonly why: string;
  /** Where in the text: from (with) to (without), in UTF-16 units. */
  readonly span?: readonly [number, number];
}

export interface Element {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
  readonly whereYouAre: number | null;
  readonly parts: Readonly<Record<string, number | null>>;
  readonly provisional: boolean;
  readonly evidence: readonly Evidence[];
}

export type Elements = Readonly<Record<ElementName, Element>>;

export interface SpaceRow {
  readonly space: string;
  readonly posts: number;
  readonly interaction: number | null;
  readonly carried: number | null;
}

export type WindowRow = { readonly from: string; readonly to: string } & Readonly<Record<ElementName, number | null>>;

export interface LexiconTerm {
  readonly term: string;
  readonly users: number;
  readonly firstBy: string;
  readonly spread: number | null;
}

export interface Incentives {
  readonly offers: number;
  readonly brandMessages: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason: string | null;
}

export interface Report {
  readonly method: string;
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly members: number;
  readonly posts: number;
  readonly trust: "high" | "low";
  readonly elements: Elements;
  readonly spaces: readonly SpaceRow[];
  readonly windows: readonly WindowRow[];
  readonly incentives: Incentives;
  readonly lexicon: readonly LexiconTerm[];
}

export const notEnough = "not enough yet";
export const notVisible = "not visible in what you imported";

/** One decimal, from 0 to 100. */
export function tenths(value: number): number {
  return Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
}

export const orNull = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : tenths(value);

export const nothing = (reason: string, more: Partial<Element> = {}): Element => ({
  value: null,
  low: null,
  high: null,
  reason,
  whereYouAre: null,
  parts: {},
  provisional: false,
  evidence: [],
  ...more,
});
