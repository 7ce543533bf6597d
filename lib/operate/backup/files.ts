import { randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { keyOf, type Storage } from "@/lib/files/keys";
import type { Place } from "./snapshot";

/** The variants of a file one after the other; those that went meanwhile are passed over. */
export async function* variantsOf(
  files: Storage,
  id: string,
): AsyncGenerator<{ key: string; data: AsyncIterable<Buffer> }> {
  for (const name of await files.variants(id)) {
    const kept = await files.get(keyOf(id, name));
    if (kept) yield { key: keyOf(id, name), data: Readable.fromWeb(kept.stream as NodeStream) };
  }
}

/** Keeps one variant, down to the disk before the database says that it is there. */
export async function writeVariant({ files, dataDir }: Place, key: string, data: AsyncIterable<Buffer>): Promise<void> {
  const folder = join(dataDir, "uploads");
  await mkdir(folder, { recursive: true });
  // Whole on this machine first: where it goes may want to know how large it is.
  const path = join(folder, `restoring-${randomUUID()}`);
  const file = await open(path, "wx", 0o600);
  try {
    try {
      for await (const chunk of data) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.take(key, path);
  } finally {
    await rm(path, { force: true });
  }
}
