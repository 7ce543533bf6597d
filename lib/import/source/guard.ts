import { Unreadable } from "../records";
import { limits } from "./source";

const archive = /\.(zip|tar|tgz|7z|rar|tar\.(gz|bz2|xz|zst)|bz2|xz|zst|jar)$/i;

/** A path as it may be named inside an archive: never upwards, never from the root. */
export function safePath(raw: string): string {
  const path = raw.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  if (path.includes("\0")) throw new Unreadable("a file in the archive has a name that is none");
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes(".."))
    throw new Unreadable(`the archive holds a path that leads out of it: ${shown(path)}`);
  if (path.split("/").length > limits.depth)
    throw new Unreadable(`folders in the archive lie too deep: ${shown(path)}`);
  return path;
}

export const isArchive = (path: string) => archive.test(path);
export const shown = (path: string) => JSON.stringify(path.slice(0, 80));

/** Counts what comes out and compares it with what went in. */
export class Meter {
  private total = 0;

  async *watch(path: string, bytes: AsyncIterable<Uint8Array>, packed: () => number): AsyncIterable<Uint8Array> {
    let own = 0;
    for await (const chunk of bytes) {
      own += chunk.length;
      this.total += chunk.length;
      if (this.total > limits.total) throw new Unreadable("it is more than 20 GB when it is unpacked");
      if (own > limits.freely && own > limits.ratio * Math.max(1, packed()))
        throw new Unreadable(`${shown(path)} grows more than ${limits.ratio} times when it is unpacked`);
      yield chunk;
    }
  }
}

/** Without the folder that every path lies in. */
export function sharedFolder(paths: readonly string[]): string {
  const first = paths[0];
  const folder = first?.includes("/") ? first.slice(0, first.indexOf("/") + 1) : "";
  return folder && paths.every((path) => path.startsWith(folder)) ? folder : "";
}
