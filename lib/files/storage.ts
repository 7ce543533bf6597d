import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/env";

/**
 * Where bytes lie. The disk is the one implementation; another (S3) has the same four calls. A key is made by us from
 * ids, never from anything a person typed.
 */
export interface Storage {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Nothing, if it is not there. */
  get(key: string): Promise<{ size: number; stream: () => ReadableStream<Uint8Array> } | undefined>;
  /** A whole file that lies on this machine becomes the one under the key. */
  take(key: string, path: string): Promise<void>;
  /** Everything whose key begins with this id. Nothing there is fine. */
  remove(id: string): Promise<void>;
}

const parts = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

export const keyOf = (id: string, variant: string) => `${id}/${variant}`;

export function disk(root: string): Storage {
  const folder = (id: string) => {
    if (!parts.test(id)) throw new Error("A file's id is a uuid.");
    return join(/* turbopackIgnore: true */ root, "files", id.slice(0, 2), id.slice(2, 4), id);
  };
  const place = (key: string) => {
    const [id = "", variant = ""] = key.split("/");
    if (!/^[a-z]{1,20}$/.test(variant)) throw new Error("A variant is a short word.");
    return join(/* turbopackIgnore: true */ folder(id), variant);
  };
  return {
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
    async get(key) {
      const path = place(key);
      const size = await stat(path).then(
        (found) => found.size,
        () => undefined,
      );
      if (size === undefined) return undefined;
      return { size, stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
    },
    async take(key, path) {
      await mkdir(dirname(place(key)), { recursive: true });
      await rename(path, place(key));
    },
    async remove(id) {
      await rm(folder(id), { recursive: true, force: true });
    },
  };
}

let opened: Storage | undefined;

export function storage(): Storage {
  opened ??= disk(env.dataDir);
  return opened;
}
