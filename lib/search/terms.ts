import { type SQL, sql } from "drizzle-orm";
import { keysOf } from "./words";

// Its own file because it is the language people ask in: words, "words in this order", and -words that must not be there.

export interface Term {
  /** What was typed for it. */
  readonly typed: string;
  /** One word, or several that follow each other. */
  readonly keys: readonly string[];
  readonly not: boolean;
  /** Its last word may be the beginning of one: it is still being typed. */
  readonly begins: boolean;
}

/** More, and nobody finds anything by all of them. */
const most = 12;
const chunk = /(-?)"([^"]*)"?|(-?)(\S+)/g;

export function termsOf(typed: string): Term[] {
  const ended = /[\s"]$/.test(typed);
  const terms = [...typed.matchAll(chunk)].map(
    ([all, quotedNot, quoted, not, word]): Term => ({
      typed: all,
      keys: keysOf(quoted ?? word ?? "").slice(0, most),
      not: (quotedNot ?? not) === "-",
      begins: quoted === undefined,
    }),
  );
  return terms
    .map((term, index) => ({ ...term, begins: term.begins && !term.not && !ended && index === terms.length - 1 }))
    .filter(({ keys }) => keys.length > 0)
    .slice(0, most);
}

/** A term by the rules of one language. Keys are letters and digits alone, so that they can say nothing to the database. */
function query({ keys, begins }: Term, language: SQL): SQL {
  const whole = sql`phraseto_tsquery(${language}, ${keys.join(" ")})`;
  const last = keys.at(-1) ?? "";
  if (!begins || [...last].length < 2) return whole;
  // As it is typed: the beginning of a word has no stem, and rules that look for one would change its end.
  const beginning = sql`to_tsquery('simple'::regconfig, ${`'${last}':*`})`;
  if (keys.length === 1) return sql`(${whole} || ${beginning})`;
  return sql`(${whole} || tsquery_phrase(phraseto_tsquery(${language}, ${keys.slice(0, -1).join(" ")}), ${beginning}))`;
}

const nothing = sql`''::tsquery`;

/** What must be there, and what must not, by the rules of one language. */
export function queries(terms: readonly Term[], language: SQL): { yes: SQL; no: SQL } {
  const all = (some: Term[], by: string) =>
    some.length
      ? sql.join(
          some.map((term) => query(term, language)),
          sql.raw(` ${by} `),
        )
      : nothing;
  return {
    yes: all(
      terms.filter(({ not }) => !not),
      "&&",
    ),
    no: all(
      terms.filter(({ not }) => not),
      "||",
    ),
  };
}
