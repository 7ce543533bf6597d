// One mail, as its lines came, a letter for each byte: who, when, what, and in answer to what.

export interface Mail {
  readonly id: string | undefined;
  readonly references: readonly string[];
  readonly answers: string | undefined;
  readonly address: string | undefined;
  readonly name: string | undefined;
  readonly at: number | undefined;
  readonly subject: string;
  readonly body: string;
}

type Headers = ReadonlyMap<string, string>;

export function mailOf(lines: readonly string[]): Mail {
  const end = lines.indexOf("");
  const headers = headersOf(end < 0 ? lines : lines.slice(0, end));
  const body = bodyOf(headers, end < 0 ? [] : lines.slice(end + 1), 0) ?? "";
  const ids = (name: string) => [...(headers.get(name) ?? "").matchAll(/<([^<>\s]+)>/g)].map(([, one]) => one!);
  const references = [...new Set(ids("references"))].slice(0, 20);
  const from = decoded(headers.get("from") ?? "");
  const address = /[\w.!#$%&'*+/=?^`{|}~-]+(?:@| at )[\w.-]+/.exec(from)?.[0]?.replace(" at ", "@").toLowerCase();
  const name = (/\(([^)]+)\)/.exec(from)?.[1] ?? /^\s*"?([^"<]+?)"?\s*</.exec(from)?.[1])?.trim();
  return {
    id: ids("message-id")[0],
    references,
    answers: ids("in-reply-to")[0] ?? references.at(-1),
    address,
    name,
    at: dateOf(headers.get("date") ?? ""),
    subject: bareSubject(decoded(headers.get("subject") ?? "")),
    body: ownLines(body),
  };
}

function headersOf(lines: readonly string[]): Headers {
  const headers = new Map<string, string>();
  let name = "";
  for (const line of lines) {
    if (/^[ \t]/.test(line) && name) headers.set(name, `${headers.get(name)} ${line.trim()}`);
    else {
      const colon = line.indexOf(":");
      name = colon > 0 ? line.slice(0, colon).toLowerCase() : "";
      if (name && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
      else name = "";
    }
  }
  return headers;
}

/** The first part that is plain text; HTML only when there is none. */
function bodyOf(headers: Headers, lines: readonly string[], depth: number): string | undefined {
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary && depth < 6) {
    const parts = partsOf(lines, boundary).map((part) => {
      const end = part.indexOf("");
      return bodyOf(headersOf(part.slice(0, Math.max(0, end))), part.slice(end + 1), depth + 1);
    });
    return parts.find((part) => part !== undefined);
  }
  if (!/^text\//i.test(type) || /^attachment/i.test(headers.get("content-disposition") ?? "")) return undefined;
  const bytes = transferred(lines.join("\n"), headers.get("content-transfer-encoding") ?? "");
  const text = inLetters(bytes, /charset="?([\w.:-]+)"?/i.exec(type)?.[1]);
  return /^text\/html/i.test(type)
    ? text.replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ").replace(/<[^>]*>/g, " ")
    : text;
}

function partsOf(lines: readonly string[], boundary: string): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    if (line.startsWith(`--${boundary}`)) {
      if (line.startsWith(`--${boundary}--`)) break;
      parts.push([]);
    } else parts.at(-1)?.push(line);
  }
  return parts;
}

function transferred(text: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(text, "base64");
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(text, "latin1");
  return Buffer.from(
    text
      .replace(/[ \t]+$/gm, "")
      .replace(/=\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}

function inLetters(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not that: what the mail says of itself, or the old Windows letters.
  }
  try {
    return new TextDecoder(charset ?? "windows-1252").decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** =?utf-8?Q?Gr=C3=BC=C3=9Fe?= */
export function decoded(raw: string): string {
  const joined = raw.replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, "$1");
  const words = joined.replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, how: string, text: string) =>
    inLetters(
      /b/i.test(how) ? Buffer.from(text, "base64") : transferred(text.replaceAll("_", " "), "quoted-printable"),
      charset,
    ),
  );
  return words === raw ? inLetters(Buffer.from(raw, "latin1"), undefined) : words;
}

/** Without the name of the list and without any number of Re: and their like. */
export function bareSubject(subject: string): string {
  let bare = subject.trim();
  for (let before = ""; before !== bare; ) {
    before = bare;
    bare = bare.replace(/^(?:\[[^\]]{1,60}\]|(?:re|fwd?|aw|wg|sv|vs|r|rif|antw|odp)(?:\[\d+\])?\s*:)\s*/i, "").trim();
  }
  return bare;
}

function dateOf(raw: string): number | undefined {
  const text = raw.replace(/\([^)]*\)/g, "").trim();
  const at = Date.parse(text);
  if (!Number.isFinite(at)) return undefined;
  const day = /\b(\d{1,2})\s+([A-Za-z]{3})/.exec(text);
  // The 31st of February is no date, though it would be read as one in March.
  if (day) {
    const local = new Date(at + zoneOf(text));
    if (local.getUTCDate() !== Number(day[1])) return undefined;
  }
  return at;
}

function zoneOf(text: string): number {
  const found = /([+-])(\d{2})(\d{2})\s*$/.exec(text);
  if (!found) {
    const named: Record<string, number> = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 };
    return (named[/([A-Z]{3})\s*$/.exec(text)?.[1] ?? ""] ?? 0) * 3_600_000;
  }
  return (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000;
}

/** What the author wrote: not what is quoted, not the line above it, not the signature. */
function ownLines(body: string): string {
  const lines = body.replaceAll("\r", "").split("\n");
  const signature = lines.findIndex((line) => /^-- ?$/.test(line));
  return (signature < 0 ? lines : lines.slice(0, signature))
    .filter(
      (line, i, all) =>
        !/^\s*>/.test(line) &&
        !(
          /(?:wrote|writes|schrieb|écrit|escribió|ha scritto)\s*:?\s*$/i.test(line) &&
          /^\s*(?:>|$)/.test(all[i + 1] ?? "")
        ),
    )
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
