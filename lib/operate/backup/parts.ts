import { createHash } from "node:crypto";
import { endSchema, type Manifest, manifestSchema, type Part, type PartEnd, parsed, partSchema } from "./format";
import { Damaged, type Frame } from "./frames";

export interface OpenPart {
  readonly part: Part;
  /** To be read to its end before the next part is asked for. */
  readonly data: AsyncIterable<Buffer>;
}

/**
 * The parts one after the other, each held to its checksum, and at the end all of them to the manifest. Whoever reads
 * this to its end has read a whole and unchanged backup.
 */
export async function* readParts(frames: AsyncGenerator<Frame>): AsyncGenerator<OpenPart, Manifest> {
  const seen = new Seen();
  let manifest: Manifest | undefined;
  try {
    for (;;) {
      const { value: frame, done } = await frames.next();
      if (done) break;
      if (manifest && frame.kind !== "Z") throw new Damaged("something follows its manifest");
      if (frame.kind === "P") {
        const part = parsed(partSchema, frame.bytes);
        let end: PartEnd | undefined;
        const data = partData(frames, (found) => {
          end = found;
        });
        yield { part, data };
        for await (const _ of data) throw new Error("A part was left before its end.");
        if (!end) throw new Damaged("a part of it has no end");
        seen.add(part, end);
      } else if (frame.kind === "M") manifest = parsed(manifestSchema, frame.bytes);
      else if (frame.kind !== "Z") throw new Damaged("its parts are out of order");
    }
    if (!manifest) throw new Damaged("it has no manifest");
    if (!seen.matches(manifest)) throw new Damaged("its parts are not those of its manifest");
    return manifest;
  } finally {
    await frames.return(undefined);
  }
}

async function* partData(frames: AsyncGenerator<Frame>, ended: (end: PartEnd) => void) {
  const hash = createHash("sha256");
  let bytes = 0;
  for (;;) {
    // Not for-await: leaving it would end the frames of the parts that follow.
    const { value: frame, done } = await frames.next();
    if (done) throw new Damaged("it ends in the middle");
    if (frame.kind === "D") {
      hash.update(frame.bytes);
      bytes += frame.bytes.length;
      yield frame.bytes;
    } else if (frame.kind === "E") {
      const end = parsed(endSchema, frame.bytes);
      if (end.sha256 !== hash.digest("hex") || end.bytes !== bytes)
        throw new Damaged("the checksum of a part is wrong");
      return ended(end);
    } else throw new Damaged("its parts are out of order");
  }
}

/** What the manifest must say: kept while writing, and again while reading. */
export class Seen {
  readonly tables: Manifest["tables"] = [];
  private readonly files = { count: 0, bytes: 0 };
  private readonly names = createHash("sha256");

  add(part: Part, end: PartEnd) {
    if ("table" in part) this.tables.push({ name: part.table, ...end });
    else {
      this.files.count += 1;
      this.files.bytes += end.bytes;
      this.names.update(`${part.file} ${end.sha256}\n`);
    }
  }
  summary(): Pick<Manifest, "tables" | "files"> {
    return { tables: this.tables, files: { ...this.files, sha256: this.names.copy().digest("hex") } };
  }
  matches({ tables, files }: Manifest) {
    return JSON.stringify(this.summary()) === JSON.stringify({ tables, files });
  }
}
