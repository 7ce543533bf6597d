import type { Tx } from "@/db/client";
import { direction, type Locale, type Words } from "@/lib/text";
import { intlTag } from "@/lib/text/numbers";
import { aboutThemselves, everythingAbout, type Row } from "./collect";

/** The same facts twice: for another program, and for the person. */
export interface Copy {
  readonly tx: Tx;
  readonly personId: string;
  readonly locale: Locale;
  readonly words: Words;
  readonly madeAt: Date;
}

export async function* asJson({ tx, personId, words, madeAt }: Copy): AsyncGenerator<string> {
  const { groups } = words.privacy;
  yield `{"format":"kindling personal data","version":1,"made_at":${JSON.stringify(madeAt)}`;
  yield `,"person":${JSON.stringify({ id: personId, ...(await aboutThemselves(tx, personId)) })},"held":[`;
  let first = true;
  for await (const { holding, rows } of everythingAbout(tx, personId)) {
    const { table, person, group } = holding;
    const { why, until } = groups[group];
    yield `${first ? "" : ","}\n${JSON.stringify({ table, as: person, why, until }).slice(0, -1)},"rows":[`;
    first = false;
    let begun = false;
    for await (const row of rows) {
      yield `${begun ? "," : ""}\n${JSON.stringify(row)}`;
      begun = true;
    }
    yield "]}";
  }
  yield "]}\n";
}

export async function* asHtml({ tx, personId, locale, words, madeAt }: Copy): AsyncGenerator<string> {
  const { privacy } = words;
  const title = escaped(privacy.copy.title);
  yield `<!doctype html><html lang="${intlTag(locale).slice(0, 2)}" dir="${direction(locale)}"><meta charset="utf-8">`;
  yield `<meta name="viewport" content="width=device-width"><title>${title}</title><style>${look}</style>`;
  yield `<h1>${title}</h1><p>${escaped(privacy.copy.madeAt({ when: madeAt.toISOString() }))}</p>`;
  yield `<h2>${escaped(privacy.groups.account.title)}</h2>${reasons(privacy.groups.account, privacy)}`;
  const me = await aboutThemselves(tx, personId);
  yield `<table>${Object.entries(me)
    .map(([name, value]) => `<tr><th>${label(name, words)}<td>${cell(value)}`)
    .join("")}</table>`;
  let group = "";
  for await (const { holding, columns, rows } of everythingAbout(tx, personId)) {
    if (holding.group !== group) {
      group = holding.group;
      yield `<h2>${escaped(privacy.groups[holding.group].title)}</h2>${reasons(privacy.groups[holding.group], privacy)}`;
    }
    yield* table(holding.table, columns, rows, words);
  }
}

async function* table(
  name: string,
  columns: string[],
  rows: AsyncGenerator<Row>,
  words: Words,
): AsyncGenerator<string> {
  let begun = false;
  for await (const row of rows) {
    if (!begun)
      yield `<h3>${escaped(named(words.privacy.tables, name))}</h3><table><tr>${columns.map((column) => `<th>${label(column, words)}`).join("")}`;
    begun = true;
    yield `<tr>${columns.map((column) => `<td>${cell(row[column])}`).join("")}`;
  }
  if (begun) yield "</table>";
}

const reasons = ({ why, until }: { why: string; until: string }, { copy }: Words["privacy"]) =>
  `<p>${escaped(copy.why)}: ${escaped(why)}<br>${escaped(copy.until)}: ${escaped(until)}</p>`;

const named = (catalogue: Record<string, string>, key: string) =>
  (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined) ?? key;
const label = (column: string, { privacy }: Words) => escaped(named(privacy.columns, column));

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  return escaped(typeof value === "object" ? JSON.stringify(value) : String(value));
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const look =
  "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:.3rem .5rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}";
