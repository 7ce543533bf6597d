import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { demandId, isId, isVariant, type Kept, readKey, type Storage } from "./keys";

/** Files in folders below `files` of the data folder, two levels deep so that no folder grows large. */
export function disk(root: string): Storage {
  const top = join(/* turbopackIgnore: true */ root, "files");
  const folder = (id: string) => {
    demandId(id);
    return join(/* turbopackIgnore: true */ top, id.slice(0, 2), id.slice(2, 4), id);
  };
  const place = (key: string) => {
    const { id, variant } = readKey(key);
    return join(/* turbopackIgnore: true */ folder(id), variant);
  };
  return {
    where: top,

    async put(key, bytes) {
      const path = place(key);
      const fresh = `${path}.${randomUUID()}`;
      await mkdir(dirname(path), { recursive: true });
      const file = await open(fresh, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } catch (error) {
        await rm(fresh, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      // Under its name it is whole or not there.
      await rename(fresh, path);
    },

    async take(key, path) {
      await mkdir(dirname(place(key)), { recursive: true });
      await rename(path, place(key));
    },

    size: (key) => nothingIfGone(stat(place(key)).then(({ size }) => size)),

    async get(key, span) {
      const file = await nothingIfGone(open(place(key)));
      if (!file) return undefined;
      const size = span ? span.to - span.from + 1 : (await file.stat()).size;
      const bytes = file.createReadStream(span && { start: span.from, end: span.to });
      return { size, stream: Readable.toWeb(bytes) } as Kept;
    },

    remove: (id) => rm(folder(id), { recursive: true, force: true }),

    // Beside the variants there may be the beginnings of one that was never finished.
    variants: async (id) => ((await nothingIfGone(readdir(folder(id)))) ?? []).filter(isVariant).sort(),

    async *ids() {
      for (const one of await folders(top))
        for (const two of await folders(join(top, one))) yield* (await folders(join(top, one, two))).filter(isId);
    },
  };
}

const folders = async (path: string) => (await nothingIfGone(readdir(path))) ?? [];

const nothingIfGone = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
