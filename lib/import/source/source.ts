/** A file, or what lies in a folder or an archive. Nothing is unpacked to the disk, and nothing is held as a whole. */
export interface Source {
  /** One file alone, not a folder or an archive of files. */
  readonly single: boolean;
  /** The paths inside, with forward slashes, without a folder that all of them share. */
  readonly paths: readonly string[];
  /** Goes through the files that are wanted, in the order in which they lie there. Gzipped files come unpacked. */
  each(wanted: (path: string) => boolean): AsyncIterable<Entry>;
}

export interface Entry {
  readonly path: string;
  /** Bytes as they come. An entry that is not read to its end is skipped. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export const limits = {
  /** Unpacked, all together. */
  total: 20 * 1024 ** 3,
  /** An entry may grow so many times when it is unpacked. */
  ratio: 200,
  /** Small things may: what is repeated over and over packs well. */
  freely: 64 * 1024 ** 2,
  entries: 1_000_000,
  depth: 12,
} as const;
