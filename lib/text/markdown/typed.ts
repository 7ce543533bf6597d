import { type References, referencesOf, uuid } from "./ids";
import { parse } from "./parser";

// What people type is readable: `@[Corin Vale]`, and `> [Corin Vale](/meadow/posts/id):` as the first line of a quote. What is
// stored holds ids in their place. Only the parser knows what is code or a link, so each candidate is given a number, the text
// is parsed once, and the numbers that come out of it are the ones that count.

/** What already looks like a number of ours is one too, so that it comes back as it was. */
const candidate = new RegExp(`@\\[([^\\[\\]\\n]{1,100})\\]|@\\{(${uuid})\\}|@\\{\\d{1,6}\\}|\\{post:\\d{1,6}\\}`, "g");
const line = new RegExp(
  `^([ \\t>]*>[ \\t]?)(?:\\[[^\\[\\]\\n]*\\]\\(/[a-z0-9-]+/posts/(${uuid})\\):|\\{post:(${uuid})\\})[ \\t]*$`,
);

export interface Typed {
  /** Names that somebody is spoken to by, each once. */
  readonly names: readonly string[];
  /** Ids that stand there themselves. */
  readonly ids: readonly string[];
  readonly quotes: readonly string[];
  /** How often somebody is spoken to, all in all. */
  readonly times: number;
  /** The text with ids for the names that somebody answers to; other names stay the words they are. */
  stored(idOf: (name: string) => string | undefined): string;
}

export function readTyped(text: string): Typed {
  const marks: { typed: string; name?: string; id?: string; quote?: string }[] = [];
  const mark = (one: (typeof marks)[number]) => marks.push(one) - 1;
  const numbered = text
    .split("\n")
    .map((typed) => {
      const found = typed.includes(">") && typed.includes("post") ? line.exec(typed) : null;
      const quote = found?.[2] ?? found?.[3];
      if (found && quote) return `${found[1]}{post:${mark({ typed: typed.slice(found[1]!.length), quote })}}`;
      return typed.replace(candidate, (all, name?: string, id?: string) => `@{${mark({ typed: all, name, id })}}`);
    })
    .join("\n");
  if (marks.length === 0) return { names: [], ids: [], quotes: [], times: 0, stored: () => text };
  const tokens = parse(numbered, { numbered: true });
  const found: References = tokens ? referencesOf(tokens) : { mentions: new Map(), quotes: new Set(), times: 0 };
  const of = (keys: Iterable<string>) => [...keys].map((key) => marks[Number(key)]).filter((one) => one !== undefined);
  const spoken = of(found.mentions.keys());
  return {
    names: [...new Set(spoken.flatMap(({ name }) => name ?? []))],
    ids: [...new Set(spoken.flatMap(({ id }) => id ?? []))],
    quotes: [...new Set(of(found.quotes).flatMap(({ quote }) => quote ?? []))],
    times: found.times,
    stored: (idOf) =>
      numbered.replace(/@\{(\d{1,6})\}|\{post:(\d{1,6})\}/g, (all, person?: string, post?: string) => {
        const one = marks[Number(person ?? post)];
        if (!one) return all;
        if (post !== undefined) return found.quotes.has(post) ? `{post:${one.quote}}` : one.typed;
        if (!one.name || !found.mentions.has(person!)) return one.typed;
        const id = idOf(one.name);
        return id ? `@{${id}}` : one.typed;
      }),
  };
}

/** A stored text as its author gets it to edit: with names, as far as there are any. */
export function asTyped(
  text: string,
  of: { person: (id: string) => string | undefined; post: (id: string) => string },
): string {
  return text
    .replace(new RegExp(`@\\{(${uuid})\\}`, "g"), (all, id: string) => {
      const name = of.person(id);
      return name ? `@[${name}]` : all;
    })
    .replace(
      new RegExp(`^([ \\t>]*>[ \\t]?)\\{post:(${uuid})\\}$`, "gm"),
      (_, before: string, id: string) => before + of.post(id),
    );
}

/** The words of a post as somebody else quotes them, without what it quoted itself. */
export function quoted(text: string, attribution: string): string {
  const own = text.split("\n").filter((one) => !/^ {0,3}>/.test(one));
  const words = own
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return `> ${attribution}\n${words.replace(/^/gm, "> ").replace(/^> $/gm, ">")}\n\n`;
}
