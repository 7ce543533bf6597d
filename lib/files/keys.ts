// Its own file because both places where files lie are made from it, and storage.ts chooses between them.

/**
 * Where bytes lie: on the disk, or in a bucket of an S3-compatible server. A key is made by us from ids, never from
 * anything a person typed. Both keep the same contract, tests/unit/files/storage.
 */
export interface Storage {
  /** For the operator, in a sentence: "There are files in ...". */
  readonly where: string;
  /** Whole under its key once it answers, or not there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** A whole file that lies on this machine becomes the one under the key, and leaves its place. */
  take(key: string, path: string): Promise<void>;
  /** Bytes; nothing, if it is not there. */
  size(key: string): Promise<number | undefined>;
  /** All of it, or the span. The stream is to be read or cancelled. */
  get(key: string, span?: Span): Promise<Kept | undefined>;
  /** Everything whose key begins with this id. Nothing there is fine. */
  remove(id: string): Promise<void>;
  variants(id: string): Promise<string[]>;
  /** Ids of everything that lies there, rows or none. */
  ids(): AsyncIterable<string>;
}

export interface Kept {
  /** Of what the stream brings. */
  readonly size: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** Both ends included, and within the file. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const word = /^[a-z]{1,20}$/;

export const keyOf = (id: string, variant: string) => `${id}/${variant}`;

export const isId = (id: string) => uuid.test(id);
export const isVariant = (name: string) => word.test(name);

export function demandId(id: string): string {
  if (!isId(id)) throw new Error("A file's id is a uuid.");
  return id;
}

export function readKey(key: string): { id: string; variant: string } {
  const [id = "", variant = "", ...more] = key.split("/");
  if (more.length > 0 || !isVariant(variant)) throw new Error("A variant is a short word.");
  return { id: demandId(id), variant };
}
