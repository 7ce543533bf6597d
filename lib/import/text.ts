import { Unreadable } from "./records";

const sniffed = 64 * 1024;
/** A line that is longer is none. */
export const longestLine = 32 * 1024 * 1024;

/** Text as it comes: UTF-8 or UTF-16 with its mark, else UTF-8 where it is that, else the old Windows letters. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding?: "bytes"): AsyncIterable<string> {
  if (encoding === "bytes") {
    // A letter for each byte: what knows its own letters, such as a mail, decodes them itself.
    for await (const chunk of bytes) yield Buffer.from(chunk).toString("latin1");
    return;
  }
  let decoder: TextDecoder | undefined;
  let head: Uint8Array[] = [];
  let have = 0;
  for await (const chunk of bytes) {
    if (decoder) {
      const text = decoder.decode(chunk, { stream: true });
      if (text) yield text;
      continue;
    }
    head.push(chunk);
    have += chunk.length;
    if (have < sniffed) continue;
    const start = Buffer.concat(head);
    head = [];
    decoder = new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
  }
  if (!decoder) {
    const start = Buffer.concat(head);
    decoder = new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

export function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(start, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Lines without their ends. Of a line that is too long nothing is kept but its number, by `tooLong`. */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  tooLong: (line: number) => void,
  encoding?: "bytes",
): AsyncIterable<string[]> {
  let rest = "";
  let skipping = false;
  let number = 0;
  for await (const text of textOf(bytes, encoding)) {
    const parts = text.split("\n");
    parts[0] = skipping ? "" : rest + parts[0]!;
    rest = parts.pop()!;
    if (parts.length > 0 && skipping) {
      skipping = false;
      parts[0] = "";
    }
    if (rest.length > longestLine) {
      tooLong(number + parts.length + 1);
      rest = "";
      skipping = true;
    }
    number += parts.length;
    if (parts.length > 0) yield parts;
  }
  if (rest !== "" && !skipping) yield [rest];
}

/** A small file as a whole: one that describes the export. */
export async function wholeText(bytes: AsyncIterable<Uint8Array>, most = 256 * 1024 * 1024): Promise<string> {
  const parts: string[] = [];
  let have = 0;
  for await (const text of textOf(bytes)) {
    have += text.length;
    if (have > most) throw new Unreadable("a file that describes the export is far too large");
    parts.push(text);
  }
  return parts.join("");
}

/** The beginning, to see what it is. */
export async function beginning(bytes: AsyncIterable<Uint8Array>, most = 16_384): Promise<string> {
  let begun = "";
  for await (const text of textOf(bytes)) {
    begun += text;
    if (begun.length >= most) break;
  }
  return begun.slice(0, most);
}
