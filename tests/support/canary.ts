import type { Who } from "./principals";

/** A word that stands in one place only, and who may meet it. */
export interface Canary {
  readonly what: string;
  readonly word: string;
  readonly readers: Who;
  /** Those of them whom some page shows it today. */
  readonly met: Who;
}

/**
 * Marks every text of a world with a word of its own. The words are fixed, so two worlds built the same way say the same;
 * they survive slugs, mail addresses and escaping.
 */
export class Canaries {
  readonly all: Canary[] = [];

  mark(what: string, readers: Who, met = readers): string {
    const word = `cnry${this.all.length.toString(36).padStart(2, "0")}${letters(what)}`;
    this.all.push({ what, word, readers, met });
    return word;
  }

  /** Those of them that stand in a text, however it is written: as it is, lower case, or per cent encoded. */
  in(text: string): Canary[] {
    const small = text.toLowerCase();
    return small.includes("cnry") ? this.all.filter(({ word }) => small.includes(word)) : [];
  }
}

const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
