import { type Records, Unreadable } from "../records";
import type { Source } from "../source/source";
import type { Unread } from "../unread";
import { type Columns, idOfRow, isOurs, renamed, UnknownColumns } from "./csv-columns";
import { csvRows } from "./csv-rows";
import { readRow } from "./row";

/** Whose file is which; votes, events and visits are no part of a score and are passed over. */
const files: Record<string, string> = {
  members: "member",
  messages: "message",
  reactions: "reaction",
  memberships: "membership",
  decisions: "decision",
};

export const csvFile = (path: string): string | undefined =>
  files[/(?:^|\/)([a-z]+)\.csv$/i.exec(path)?.[1]?.toLowerCase() ?? ""];

/**
 * The folder of CSV files, or `messages.csv` alone under any name.
 * @param columns which column of the messages is which, where they are not called as ours
 */
export async function* csv(source: Source, unread: Unread, columns?: Columns): Records {
  const wanted = (path: string) => source.single || csvFile(path) !== undefined;
  let found = false;
  for await (const { path, bytes } of source.each(wanted)) {
    const kind = csvFile(path) ?? "message";
    let header: string[] | undefined;
    let number = 0;
    for await (const fields of csvRows(bytes)) {
      number += 1;
      if (!header) {
        header = fields.map((name) => name.trim().toLowerCase());
        if (kind === "message" && columns) header = renamed(fields, columns, path);
        else if (kind === "message" && !isOurs(header)) throw new UnknownColumns(fields, path);
        found ||= kind === "message";
        continue;
      }
      if (fields.length !== header.length) {
        unread.note(`${path}, row ${number}`, `${fields.length} fields instead of ${header.length}`);
        continue;
      }
      const row: Record<string, unknown> = {};
      for (let i = 0; i < header.length; i++) row[header[i]!] = fields[i];
      // The column `kind` of a reaction is what it was, not what the row is.
      if (kind === "reaction" && "kind" in row) {
        row.reaction = row.kind;
        delete row.kind;
      }
      if (kind === "message" && columns && !columns.message_id) row.message_id = idOfRow(row);
      yield* readRow(kind, row, `${path}, row ${number}`, unread);
    }
  }
  if (!found) throw new Unreadable("there is no messages.csv in it");
}
