import { linesOf } from "../text";

export type CopyRow = Readonly<Record<string, string | null>>;

/** Rows of the tables that are wanted, out of what pg_dump wrote. */
export async function* copyRows(
  bytes: AsyncIterable<Uint8Array>,
  tables: ReadonlySet<string>,
  broken: (where: string, why: string) => void,
): AsyncIterable<{ table: string; row: CopyRow }> {
  let table: string | undefined;
  let wanted = false;
  let columns: string[] = [];
  let number = 0;
  for await (const lines of linesOf(bytes, (line) => broken(`line ${line}`, "the line is far too long"))) {
    for (const text of lines) {
      number += 1;
      const line = text.endsWith("\r") ? text.slice(0, -1) : text;
      if (table === undefined) {
        const found = /^COPY (?:"?\w+"?\.)?"?(\w+)"? \((.*)\) FROM stdin;/i.exec(line);
        if (!found) continue;
        table = found[1]!;
        wanted = tables.has(table);
        columns = found[2]!.split(",").map((name) => name.trim().replaceAll('"', ""));
      } else if (line === "\\.") table = undefined;
      else if (wanted) {
        const values = line.split("\t");
        if (values.length !== columns.length) {
          broken(`line ${number}`, `${values.length} columns of ${table} instead of ${columns.length}`);
          continue;
        }
        const row: Record<string, string | null> = {};
        for (let i = 0; i < columns.length; i++) row[columns[i]!] = unescaped(values[i]!);
        yield { table, row };
      }
    }
  }
}

const letters: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** As COPY writes text: a backslash and N for nothing, and backslashes before what would end a field. */
export function unescaped(value: string): string | null {
  if (value === "\\N") return null;
  if (!value.includes("\\")) return value;
  return value.replace(
    /\\(?:([0-7]{1,3})|x([0-9a-f]{1,2})|([\s\S]))/gi,
    (_, octal?: string, hex?: string, letter?: string) => {
      if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      return letters[letter!] ?? letter!;
    },
  );
}
