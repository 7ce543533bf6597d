import { textOf } from "../text";

const longestField = 8 * 1024 * 1024;

/** Rows of a CSV as RFC 4180 has them: quoted fields may hold separators and new lines. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string[]> {
  let separator = "";
  let row: string[] = [];
  let field = "";
  let quoted = false;
  /** A quote was just seen inside a quoted field: it ends it, or is doubled. */
  let closing = false;
  let started = false;
  for await (const text of textOf(bytes)) {
    if (separator === "") separator = guessSeparator(text);
    const special = new RegExp(`["\\n\\r${separator === "\t" ? "\\t" : separator}]`, "g");
    let from = 0;
    while (from < text.length) {
      if (quoted && !closing) {
        const quote = text.indexOf('"', from);
        const to = quote < 0 ? text.length : quote;
        if (field.length < longestField) field += text.slice(from, to);
        from = to + 1;
        closing = quote >= 0;
        continue;
      }
      const char = text[from]!;
      if (closing) {
        closing = false;
        if (char === '"') {
          field += '"';
          from += 1;
          continue;
        }
        quoted = false;
      }
      if (char === '"' && field === "" && !started) {
        quoted = started = true;
        from += 1;
      } else if (char === separator) {
        row.push(field);
        field = "";
        started = false;
        from += 1;
      } else if (char === "\n") {
        row.push(field);
        if (row.length > 1 || row[0] !== "") yield row;
        row = [];
        field = "";
        started = false;
        from += 1;
      } else if (char === "\r") from += 1;
      else {
        special.lastIndex = from + 1;
        const next = special.exec(text);
        const to = next ? next.index : text.length;
        if (field.length < longestField) field += text.slice(from, to);
        started = true;
        from = to;
      }
    }
  }
  if (field !== "" || row.length > 0) yield [...row, field];
}

function guessSeparator(text: string): string {
  const line = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  const count = (one: string) => line.split(one).length;
  return [",", ";", "\t"].sort((a, b) => count(b) - count(a))[0]!;
}
