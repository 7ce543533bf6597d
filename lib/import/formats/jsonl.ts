import type { Records } from "../records";
import type { Source } from "../source/source";
import { linesOf } from "../text";
import type { Unread } from "../unread";
import { objectIn } from "./json-items";
import { readRow } from "./row";

/** One object a line, with a `kind` or in the short form of messages alone. */
export async function* jsonl(source: Source, unread: Unread): Records {
  const wanted = (path: string) => source.single || /\.(jsonl|ndjson)$/i.test(path);
  for await (const { path, bytes } of source.each(wanted)) {
    let line = 0;
    for await (const lines of linesOf(bytes, (number) =>
      unread.note(`${path}:${number}`, "the line is far too long"),
    )) {
      for (const text of lines) {
        line += 1;
        if (text.trim() === "") continue;
        const row = objectIn(text);
        if (!row) unread.note(`${path}:${line}`, "the line is no JSON object");
        else {
          // In the long form, `kind` says what a line is, and a reaction says its own in `reaction`.
          const kind = typeof row.kind === "string" ? row.kind : "message";
          yield* readRow(kind, row, `${path}:${line}`, unread);
        }
      }
    }
  }
}
