import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where lib/files keeps the variants of one file. */
export const fileFolder = (dataDir: string, id: string) => join(dataDir, "files", id.slice(0, 2), id.slice(2, 4), id);

const variant = /^[a-z]{1,20}$/;

/** The variants of a file that lie on the disk; none, if it is gone. */
export async function variantsOf(dataDir: string, id: string): Promise<string[]> {
  const names = await readdir(fileFolder(dataDir, id)).catch(() => [] as string[]);
  return names.filter((name) => variant.test(name)).sort();
}

export const readVariant = (dataDir: string, id: string, name: string): AsyncIterable<Buffer> =>
  createReadStream(join(fileFolder(dataDir, id), name));

/** Ids of everything that lies there, rows or none. */
export async function idsOnDisk(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, "files"), { recursive: true }).catch(() => [] as string[]);
  return names.flatMap((name) => /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.exec(name)?.[0] ?? []);
}

/** Writes one variant, down to the disk before the database says that it is there. */
export async function writeVariant(dataDir: string, name: string, data: AsyncIterable<Buffer>) {
  const [id = "", kind = ""] = name.split("/");
  const path = join(fileFolder(dataDir, id), kind);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "w", 0o600);
  try {
    for await (const chunk of data) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

export const removeFile = (dataDir: string, id: string) =>
  rm(fileFolder(dataDir, id), { recursive: true, force: true });
