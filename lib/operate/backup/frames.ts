import { createHash, type Hash } from "node:crypto";

/** P part, D data, E end of part, M manifest, Z end of file. */
export type FrameKind = "P" | "D" | "E" | "M" | "Z";
export interface Frame {
  readonly kind: FrameKind;
  readonly bytes: Buffer;
}

/** Anything wrong with the file itself, said to the operator. */
export class Damaged extends Error {}

const headLength = 5;
/** A length that was damaged must not make us wait for, or hold, gigabytes. */
const longest = 16 * 1024 * 1024;

export function frame(kind: FrameKind, bytes: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.write(kind, 0, "latin1");
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Takes exact amounts from a stream of chunks of any size. */
export class Reader {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);
  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }
  /** Nothing at the very end; an end in the middle is damage. */
  async take(length: number): Promise<Buffer | undefined> {
    const parts = [this.held];
    let size = this.held.length;
    while (size < length) {
      const { value, done } = await this.chunks.next();
      if (done) {
        if (size === 0) return undefined;
        throw new Damaged("it ends in the middle");
      }
      parts.push(value);
      size += value.length;
    }
    const all = parts.length === 1 ? this.held : Buffer.concat(parts);
    this.held = all.subarray(length);
    return all.subarray(0, length);
  }
  async must(length: number): Promise<Buffer> {
    const taken = length === 0 ? Buffer.alloc(0) : await this.take(length);
    if (!taken) throw new Damaged("it ends in the middle");
    return taken;
  }
  async close() {
    await this.chunks.return?.();
  }
}

/** The frames of a stream, up to and with the end, whose checksum must be that of all before it. */
export async function* readFrames(source: AsyncIterable<Buffer>, head: Buffer): AsyncGenerator<Frame> {
  const reader = new Reader(source);
  const hash: Hash = createHash("sha256").update(head);
  try {
    for (;;) {
      const start = await reader.must(headLength);
      const kind = start.toString("latin1", 0, 1);
      const length = start.readUInt32BE(1);
      if (!/^[PDEMZ]$/.test(kind) || length > longest)
        throw new Damaged("there is something in it that we never write");
      const bytes = await reader.must(length);
      if (kind === "Z") {
        if (!hash.digest().equals(bytes)) throw new Damaged("its checksum is wrong");
        if (await reader.take(1)) throw new Damaged("something follows its end");
        return yield { kind, bytes };
      }
      hash.update(start).update(bytes);
      yield { kind: kind as FrameKind, bytes };
    }
  } finally {
    await reader.close();
  }
}
