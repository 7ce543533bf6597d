import { it } from "vitest";

/** A test that cannot run everywhere says in its title why it did not: the run counts silent skips as failures. */
export const itWhen =
  (possible: boolean, reason: string) => (title: string, body: () => Promise<void>, timeout?: number) =>
    it.skipIf(!possible)(possible ? title : `${title} [skipped: ${reason}]`, body, timeout);
