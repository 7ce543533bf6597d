import { Unreadable } from "../records";

export interface TarEntry {
  readonly path: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
}

const block = 512;

/** Reads a tar as it comes: ustar, GNU long names, pax paths. Links and devices are passed over. */
export async function* untar(bytes: AsyncIterable<Uint8Array>): AsyncIterable<TarEntry> {
  const input = new Reader(bytes);
  let longName: string | undefined;
  for (;;) {
    const header = await input.exactly(block);
    if (!header || header.every((byte) => byte === 0)) return;
    if (!checks(header)) throw new Unreadable("the tar archive is broken");
    const size = numberAt(header, 124, 12);
    const type = String.fromCharCode(header[156]!);
    const prefix = textAt(header, 257, 5) === "ustar" ? textAt(header, 345, 155) : "";
    const name = longName ?? (prefix ? `${prefix}/` : "") + textAt(header, 0, 100);
    const padded = Math.ceil(size / block) * block;
    if (type === "L" || type === "x") {
      if (size > 1_000_000) throw new Unreadable("the tar archive is broken");
      const extra = await input.exactly(padded);
      if (!extra) throw new Unreadable("the tar archive ends in the middle");
      const text = new TextDecoder().decode(extra.subarray(0, size));
      longName =
        type === "L" ? text.replace(/\0.*$/s, "") : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? longName);
      continue;
    }
    longName = undefined;
    let left = padded;
    if (type === "0" || type === "\0" || type === "7") {
      async function* body() {
        let own = size - (padded - left);
        while (own > 0) {
          const chunk = await input.some(own);
          if (!chunk) throw new Unreadable("the tar archive ends in the middle");
          own -= chunk.length;
          left -= chunk.length;
          yield chunk;
        }
      }
      yield { path: name, size, bytes: body() };
    }
    while (left > 0) {
      const chunk = await input.some(left);
      if (!chunk) return;
      left -= chunk.length;
    }
  }
}

class Reader {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array(0);

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  /** What is there, at most so much; nothing at the end. */
  async some(most: number): Promise<Uint8Array | undefined> {
    while (this.rest.length === 0) {
      const next = await this.chunks.next();
      if (next.done) return undefined;
      this.rest = next.value;
    }
    const part = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(part.length);
    return part;
  }

  async exactly(size: number): Promise<Uint8Array | undefined> {
    const whole = new Uint8Array(size);
    let have = 0;
    while (have < size) {
      const part = await this.some(size - have);
      if (!part) return undefined;
      whole.set(part, have);
      have += part.length;
    }
    return whole;
  }
}

function textAt(header: Uint8Array, from: number, length: number): string {
  const part = header.subarray(from, from + length);
  const end = part.indexOf(0);
  return new TextDecoder().decode(end < 0 ? part : part.subarray(0, end));
}

/** Octal, or binary for what is larger. */
function numberAt(header: Uint8Array, from: number, length: number): number {
  if ((header[from]! & 0x80) !== 0) {
    let value = header[from]! & 0x7f;
    for (let i = 1; i < length; i++) value = value * 256 + header[from + i]!;
    if (!Number.isSafeInteger(value)) throw new Unreadable("the tar archive is broken");
    return value;
  }
  const value = Number.parseInt(textAt(header, from, length).trim() || "0", 8);
  if (!Number.isFinite(value) || value < 0) throw new Unreadable("the tar archive is broken");
  return value;
}

export function checks(header: Uint8Array): boolean {
  const told = Number.parseInt(textAt(header, 148, 8).trim(), 8);
  let sum = 0;
  for (let i = 0; i < block; i++) sum += i >= 148 && i < 156 ? 32 : header[i]!;
  return told === sum;
}
