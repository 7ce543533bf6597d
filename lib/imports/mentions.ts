import { mostMentions } from "@/lib/references/input";

// Its own file because it is pure: who is spoken to in words from another place.

/** Finds a person of the import by what they are called in a text: their id there, or a name that only one of them has. */
export type Who = (called: string) => string | undefined;

/** Marks that an adapter left (`@{id}`, `@[name]`), and names as people type them. */
const marks = /@\{([^{}\n]{1,200})\}|@\[([^[\]\n]{1,100})\]|(?<![\p{L}\p{N}.@/])@([\p{L}\p{N}_.-]{2,60})/gu;

/** Takes what somebody is called out of the words and puts in who they are; who is not known stays as they were called. */
export function spokenTo(text: string, who: Who): string {
  const met = new Set<string>();
  return text.replace(marks, (all, id?: string, name?: string, typed?: string) => {
    const called = id ?? name ?? typed ?? "";
    const word = called.replace(/[.-]+$/, "");
    const found = who(called) ?? (typed && word !== called ? who(word) : undefined);
    if (!found || (!met.has(found) && met.size >= mostMentions)) return typed ? all : `@${called}`;
    met.add(found);
    return `@{${found}}${typed && !who(called) ? called.slice(word.length) : ""}`;
  });
}
