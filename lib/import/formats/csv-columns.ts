import { createHash } from "node:crypto";
import { Unreadable } from "../records";

/** What a column of somebody else's table can mean, in the order in which it is asked for. */
export const columnFields = [
  "author",
  "created_at",
  "text",
  "title",
  "thread",
  "space",
  "reply_to",
  "role",
  "message_id",
] as const;
export type ColumnField = (typeof columnFields)[number];
/** Which of the file's columns is which: its own names. */
export type Columns = Readonly<Partial<Record<ColumnField, string>>>;
/** Without these nothing was said by anybody at any time. */
export const neededFields: readonly ColumnField[] = ["author", "created_at", "text"];

const mostColumns = 200;
export const longestColumn = 100;

/** A table whose columns are not called as ours: somebody has to say which is which. */
export class UnknownColumns extends Unreadable {
  /** Their names, as the file has them. */
  readonly header: readonly string[];

  constructor(header: readonly string[], where: string) {
    const names = [...new Set(header.map(plain).filter(Boolean))].slice(0, mostColumns);
    super(`${where} has no column created_at, or none that says who wrote: its columns are ${names.join(", ")}`);
    this.header = names;
  }
}

/** No column takes every character that a file may hold. */
const plain = (name: string) => name.replaceAll("\0", "").trim().slice(0, longestColumn).toWellFormed();

/** Other names of ours, which the rows know too. */
const alike: Partial<Record<ColumnField, readonly string[]>> = {
  author: ["author_id"],
  text: ["body"],
  thread: ["thread_id"],
  space: ["channel"],
  message_id: ["id"],
};

/** Whether the rows can be read as they are. */
export const isOurs = (header: readonly string[]): boolean =>
  header.includes("created_at") &&
  ["author", "author_id"].some((name) => header.includes(name)) &&
  ["message_id", "id"].some((name) => header.includes(name));

const usual: Record<ColumnField, RegExp> = {
  author: /^(author|user|member|sender|poster|from|by|autor|absender|benutzer|verfasser)(.?(id|name))?$|^name$/,
  created_at:
    /^(created|posted|sent|written|published)(.?(at|on|date|time))?$|^(date|time|datetime|timestamp|ts|datum|zeit)$/,
  text: /^(text|body|content|message|comment|post|raw|nachricht|beitrag|inhalt)$/,
  title: /^(title|subject|topic.?title|thread.?title|betreff|titel)$/,
  thread: /^(thread|topic|conversation|discussion|thema)(.?id)?$/,
  space: /^(space|channel|category|forum|board|group|section|room|kategorie|raum|kanal)(.?name)?$/,
  reply_to: /^(reply.?to|in.?reply.?to|parent|answers)(.?(post|message))?(.?id)?$/,
  role: /^(role|rolle)$/,
  message_id: /^((message|post|msg|comment).?)?(id|uuid|guid|nr|no)$/,
};

/** What the columns seem to be by their names; each is at most one thing. */
export function guessed(header: readonly string[]): Columns {
  const taken = new Set<string>();
  const found: Partial<Record<ColumnField, string>> = {};
  for (const field of columnFields) {
    const ours = [field, ...(alike[field] ?? [])];
    const fits = (name: string) => ours.includes(name.toLowerCase()) || usual[field].test(name.toLowerCase());
    const name = header.find((one) => !taken.has(one) && fits(one));
    if (!name) continue;
    taken.add(name);
    found[field] = name;
  }
  return found;
}

/** The header in our words. What was not chosen is never taken for one of ours. */
export function renamed(header: readonly string[], columns: Columns, where: string): string[] {
  const chosen = new Map<number, string>();
  for (const field of columnFields) {
    const name = columns[field];
    if (!name) continue;
    const at = header.findIndex((one) => plain(one) === name);
    if (at < 0) throw new UnknownColumns(header, where);
    chosen.set(at, field);
  }
  const names = new Set<string>([...columnFields, ...Object.values(alike).flat()]);
  return header.map((one, at) => {
    const name = one.trim().toLowerCase();
    return chosen.get(at) ?? (names.has(name) ? `${name} (not chosen)` : name);
  });
}

/** Where no column is the message's own: what it says, by whom and when, is the same one when it is read again. */
export const idOfRow = (row: Readonly<Record<string, unknown>>): string =>
  createHash("sha256")
    .update(JSON.stringify(columnFields.map((field) => row[field] ?? "")))
    .digest("base64url")
    .slice(0, 24);

/** Whether a text begins like a table with a name over each column, and a row below that has as many. */
export function looksLikeTable(text: string): boolean {
  const [first = "", second = ""] = text.split(/\r?\n/, 2);
  const separator = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const names = first.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
  if (names.length < 3 || new Set(names).size < names.length) return false;
  if (!names.every((name) => /^[\p{L}\p{N}_ ().\-/#]{1,60}$/u.test(name))) return false;
  const row = second.replaceAll(/"(?:[^"]|"")*"/g, "");
  return second !== "" && (row.includes('"') || row.split(separator).length === names.length);
}
