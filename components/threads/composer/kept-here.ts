/** What is being written, as this browser keeps it: for a crash, a lost line, a closed window. */

export interface Written {
  text: string;
  title: string;
  /** The post it answers; empty for none. */
  answers: string;
}

export interface KeptHere extends Written {
  /** The saving of the server that it goes on from. */
  revision: number;
  /** Whether the server holds these very words: then this copy is worth nothing. */
  saved: boolean;
}

const prefix = "kindling.draft.";
const keyOf = (person: string, place: string) => `${prefix}${person}.${place}`;

/** Storage may be full, or switched off: then the server alone keeps what is written. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

export const keepHere = (person: string, place: string, kept: KeptHere) =>
  quietly(() => {
    localStorage.setItem(keyOf(person, place), JSON.stringify(kept));
    return true;
  }) ?? false;

export const keptHere = (person: string, place: string): KeptHere | undefined =>
  quietly(() => JSON.parse(localStorage.getItem(keyOf(person, place)) ?? "null") as KeptHere | null) ?? undefined;

export const forgetHere = (person: string, place: string) =>
  quietly(() => localStorage.removeItem(keyOf(person, place)));

/** All of them, or all that are not this person's: a browser is used by several. */
export const forgetAllHere = (but?: string) =>
  quietly(() => {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(prefix) && !(but && key.startsWith(`${prefix}${but}.`))) localStorage.removeItem(key);
  });
