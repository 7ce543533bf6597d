import { Problem } from "../problem.mjs";
import { type Manifest, openBackup } from "./format";
import { Damaged } from "./frames";
import { readParts } from "./parts";
import { WrongPassphrase } from "./seal";

/** Reads a backup from its first byte to its last, and says what is in it or why it is not to be used. */
export async function check(path: string, passphrase?: string): Promise<Manifest> {
  return sayingWhy(path, async () => {
    const { frames } = await openBackup(path, passphrase);
    const parts = readParts(frames());
    for (;;) {
      const next = await parts.next();
      if (next.done) return next.value;
      for await (const _ of next.value.data);
    }
  });
}

/** One clear line for the operator instead of a stack. */
export async function sayingWhy<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Damaged) throw new Problem(`${path} is damaged: ${error.message}. Nothing was changed.`);
    if (error instanceof WrongPassphrase)
      throw new Problem(`This is not the passphrase of ${path}. Nothing was changed.`);
    throw error;
  }
}
