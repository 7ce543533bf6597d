import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Unreadable } from "../records";

/** Unpacks, and tells how much it has eaten so far. */
export function unzipped(bytes: AsyncIterable<Uint8Array>) {
  let packed = 0;
  async function* counted() {
    for await (const chunk of bytes) {
      packed += chunk.length;
      yield chunk;
    }
  }
  async function* out(): AsyncIterable<Uint8Array> {
    const from = Readable.from(counted(), { objectMode: false });
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    from.on("error", (error) => gunzip.destroy(error));
    try {
      for await (const chunk of from.pipe(gunzip)) yield chunk as Uint8Array;
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw new Unreadable("a gzip file in it is broken");
      throw error;
    } finally {
      from.destroy();
      gunzip.destroy();
    }
  }
  return { bytes: out(), packed: () => packed };
}
