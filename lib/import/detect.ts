import { csvFile } from "./formats/csv";
import { looksLikeTable } from "./formats/csv-columns";
import { objectIn } from "./formats/json-items";
import { type Format, Unreadable } from "./records";
import type { Source } from "./source/source";
import { beginning } from "./text";

/** What an export is, by what lies in it; names of files only where a format gives them. */
export async function detect(source: Source): Promise<Format> {
  const has = (name: RegExp) => source.paths.some((path) => name.test(path));
  if (!source.single) {
    if (has(/^realm\.json$/)) return "zulip";
    if (has(/^(users|org_users)\.json$/) && has(/^(channels|groups)\.json$/)) return "slack";
    if (has(/(^|\/)dump\.sql$/)) return "discourse";
    if (source.paths.some((path) => csvFile(path) === "message")) return "csv";
  }
  const looked = source.paths.filter(
    (path) => source.single || !/\.(png|jpe?g|gif|webp|pdf|css|js|html?|ya?ml)$/i.test(path),
  );
  const some = new Set(looked.slice(0, 20));
  for await (const { path, bytes } of source.each((one) => some.has(one))) {
    const format = formatOf(await beginning(bytes), path);
    if (format) return format;
  }
  throw new Unreadable("it is none of the exports we know; --format names one");
}

export function formatOf(start: string, path = ""): Format | undefined {
  const text = start.replace(/^\ufeff/, "").trimStart();
  if (/^From \S+/.test(text)) return "mbox";
  if (/^-- PostgreSQL database dump|^COPY \S+ \(|\nCOPY public\.\S+ \(/m.test(text)) return "discourse";
  if (text.startsWith("{") || text.startsWith("[")) return jsonFormat(text);
  const header = text.split(/\r?\n/, 1)[0]!.toLowerCase();
  if (/[,;\t]/.test(header) && /\b(message_id|id)\b/.test(header) && header.includes("created_at")) return "csv";
  // A broken first line does not hide what the rest is.
  if (
    /\.(jsonl|ndjson)$/i.test(path) ||
    text
      .split("\n")
      .slice(1, 20)
      .some((line) => isRow(line))
  )
    return "jsonl";
  if (
    /^(Return-Path|Received|Message-ID|From|Date|Subject): /im.test(text.split(/\r?\n\r?\n/, 1)[0]!) &&
    /\.(mbox|mbx|eml)$/i.test(path)
  )
    return "mbox";
  return looksLikeTable(text) ? "csv" : undefined;
}

function jsonFormat(text: string): Format | undefined {
  const lines = text.split("\n");
  if (lines.slice(0, 20).some((line) => isRow(line))) return "jsonl";
  if (/"guild"\s*:\s*\{/.test(text) && /"channel"\s*:\s*\{/.test(text)) return "discord";
  if (/"post_stream"\s*:|"posts_count"\s*:|"post_number"\s*:/.test(text)) return "discourse";
  if (/"zerver_\w+"\s*:/.test(text)) return "zulip";
  return undefined;
}

function isRow(line: string): boolean {
  const row = line.trimStart().startsWith("{") ? objectIn(line) : undefined;
  if (!row) return false;
  if (typeof row.kind === "string") return true;
  return ("id" in row || "message_id" in row) && ("author" in row || "author_id" in row) && "created_at" in row;
}
