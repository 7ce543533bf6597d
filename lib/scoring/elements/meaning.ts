import type { Prepared, Window } from "../graph/window";
import { type Element, notEnough, nothing, tenths } from "../output";
import type { Interaction } from "./interaction";

export interface Reference {
  /** How often, in a million words, or undefined when it is not known. */
  readonly commonness: (word: string) => number | undefined;
  readonly products: ReadonlySet<string>;
}

export interface Meaning {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly open: number | null;
  readonly parts: Readonly<Record<string, number | null>>;
  readonly terms: readonly MeaningTerm[];
}

export interface MeaningTerm {
  readonly term: string;
  readonly users: number;
  readonly firstBy: number;
  readonly spread: number | null;
  readonly post: number;
  readonly span: readonly [number, number];
}

export function meaningOf(
  _p: Prepared,
  _w: Window,
  _f: Interaction,
  _r: Reference,
  _seed: number,
  _interval: boolean,
): Meaning {
  return { value: null, low: null, high: null, open: null, parts: {}, terms: [] };
}

export function meaningElement({ line }: Prepared, _window: Window, meaning: Meaning, isEnough: boolean): Element {
  const evidence = meaning.terms.slice(0, 12).map(({ term, users, post, span }) => ({
    id: line.id(post),
    why: `says "${term}", which ${users} people here use`,
    span,
  }));
  if (!isEnough || meaning.value === null)
    return nothing(notEnough, {
      parts: isEnough ? meaning.parts : {},
      whereYouAre: isEnough ? meaning.open : null,
      provisional: true,
      evidence: isEnough ? evidence : [],
    });
  return {
    value: tenths(meaning.value),
    low: tenths(meaning.low!),
    high: tenths(meaning.high!),
    reason: null,
    whereYouAre: meaning.open,
    parts: meaning.parts,
    provisional: true,
    evidence,
  };
}
