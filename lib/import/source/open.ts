import { createReadStream } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { open as openZip, type Entry as ZipEntry, type ZipFile } from "yauzl";
import { Unreadable } from "../records";
import { isArchive, Meter, safePath, sharedFolder, shown } from "./guard";
import { unzipped } from "./gzip";
import { type Entry, limits, type Source } from "./source";
import { checks, untar } from "./tar";

/** Opens what a path names: a file, a folder, a zip, a tar or a tar.gz. */
export async function openSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Unreadable(`${shown(path)} is not there`);
  if (found.isDirectory()) return folder(path);
  if (!found.isFile()) throw new Unreadable(`${shown(path)} is no file and no folder`);
  const head = await headOf(path, 4);
  if (head[0] === 0x50 && head[1] === 0x4b) return zip(path);
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  const begin = await firstBlock(path, packed);
  if (begin.length === 512 && checks(begin)) return tar(path, packed);
  return file(path, packed);
}

async function headOf(path: string, size: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function firstBlock(path: string, packed: boolean): Promise<Uint8Array> {
  if (!packed) return headOf(path, 512);
  const parts: Uint8Array[] = [];
  let have = 0;
  for await (const chunk of unzipped(read(path)).bytes) {
    parts.push(chunk);
    have += chunk.length;
    if (have >= 512) break;
  }
  return Buffer.concat(parts).subarray(0, 512);
}

const read = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 256 * 1024 });

function unpackedIfGzip(path: string, bytes: AsyncIterable<Uint8Array>, meter: Meter): Entry {
  if (!/\.gz$/i.test(path)) return { path, bytes: meter.watch(path, bytes, () => Number.POSITIVE_INFINITY) };
  const out = unzipped(bytes);
  return { path: path.replace(/\.gz$/i, ""), bytes: meter.watch(path, out.bytes, out.packed) };
}

function file(path: string, packed: boolean): Source {
  const name = basename(path).replace(/\.gz$/i, "");
  return {
    single: true,
    paths: [name],
    async *each(wanted) {
      if (!wanted(name)) return;
      yield unpackedIfGzip(packed ? `${name}.gz` : name, read(path), new Meter());
    },
  };
}

async function folder(root: string): Promise<Source> {
  const paths: string[] = [];
  const walk = async (inside: string, depth: number): Promise<void> => {
    if (depth > limits.depth) throw new Unreadable(`folders lie too deep: ${shown(inside)}`);
    const found = await readdir(join(root, inside), { withFileTypes: true });
    for (const one of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (one.name.startsWith(".")) continue;
      const path = inside ? `${inside}/${one.name}` : one.name;
      // A link may lead anywhere: it is not followed.
      if (one.isDirectory()) await walk(path, depth + 1);
      else if (one.isFile()) paths.push(path);
      if (paths.length > limits.entries) throw new Unreadable("it holds more than a million files");
    }
  };
  await walk("", 0);
  const names = paths.map((path) => path.replace(/\.gz$/i, ""));
  return {
    single: false,
    paths: names,
    async *each(wanted) {
      const meter = new Meter();
      for (let i = 0; i < paths.length; i++)
        if (wanted(names[i]!)) yield unpackedIfGzip(paths[i]!, read(join(root, paths[i]!)), meter);
    },
  };
}

async function tar(path: string, packed: boolean): Promise<Source> {
  const all = () => untar(packed ? guarded(unzipped(read(path))) : read(path));
  const raw: string[] = [];
  for await (const entry of all()) {
    raw.push(checked(entry.path));
    if (raw.length > limits.entries) throw new Unreadable("it holds more than a million files");
  }
  const shared = sharedFolder(raw);
  const named = (path: string) => path.slice(shared.length).replace(/\.gz$/i, "");
  return {
    single: false,
    paths: raw.map(named),
    async *each(wanted) {
      const meter = new Meter();
      for await (const entry of all()) {
        const inside = safePath(entry.path);
        if (wanted(named(inside))) yield unpackedIfGzip(inside.slice(shared.length), entry.bytes, meter);
      }
    },
  };
}

function guarded({ bytes, packed }: ReturnType<typeof unzipped>) {
  return new Meter().watch("the archive", bytes, packed);
}

/** What may lie in an archive: no second archive, which could be unpacked for ever. */
function checked(raw: string): string {
  const path = safePath(raw);
  if (isArchive(path) && !/(^|\/)uploads\//.test(path))
    throw new Unreadable(`an archive lies in the archive: ${shown(path)}`);
  return path;
}

async function zip(path: string): Promise<Source> {
  const entries = await zipEntries(path);
  const names = entries.map((entry) => checked(entry.fileName));
  const shared = sharedFolder(names);
  const inside = names.map((name) => name.slice(shared.length));
  const paths = inside.map((name) => name.replace(/\.gz$/i, ""));
  for (const entry of entries)
    if (
      entry.uncompressedSize > limits.freely &&
      entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize)
    )
      throw new Unreadable(`${shown(entry.fileName)} grows more than ${limits.ratio} times when it is unpacked`);
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > limits.total)
    throw new Unreadable("it is more than 20 GB when it is unpacked");
  return {
    single: false,
    paths,
    async *each(wanted) {
      const archive = await opened(path);
      const meter = new Meter();
      try {
        for (let i = 0; i < entries.length; i++) {
          if (!wanted(paths[i]!)) continue;
          if (entries[i]!.isEncrypted()) throw new Unreadable("the zip archive is locked with a password");
          yield unpackedIfGzip(inside[i]!, zipBytes(archive, entries[i]!), meter);
        }
      } finally {
        archive.close();
      }
    },
  };
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    openZip(
      path,
      { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true },
      (error, archive) => (error ? reject(new Unreadable("the zip archive is broken")) : resolve(archive)),
    ),
  );
}

async function zipEntries(path: string): Promise<ZipEntry[]> {
  const archive = await opened(path);
  try {
    return await new Promise<ZipEntry[]>((resolve, reject) => {
      const entries: ZipEntry[] = [];
      archive.on("entry", (entry: ZipEntry) => {
        if (!entry.fileName.endsWith("/")) entries.push(entry);
        if (entries.length > limits.entries) reject(new Unreadable("it holds more than a million files"));
        else archive.readEntry();
      });
      archive.on("end", () => resolve(entries));
      archive.on("error", (error: Error) =>
        reject(
          new Unreadable(
            /path|relative|absolute/i.test(error.message)
              ? "the archive holds a path that leads out of it"
              : "the zip archive is broken",
          ),
        ),
      );
      archive.readEntry();
    });
  } finally {
    archive.close();
  }
}

async function* zipBytes(archive: ZipFile, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    archive.openReadStream(entry, (error, found) =>
      error ? reject(new Unreadable("the zip archive is broken")) : resolve(found),
    ),
  );
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`${shown(entry.fileName)} in the zip archive is broken`);
  }
}
