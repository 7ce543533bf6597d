/** Something an operator can put right: shown as one clear line, never as a stack. */
export class Problem extends Error {}

/** Ends a starter with one line when the cause is a Problem; anything else is a fault of ours and keeps its stack. */
export function fail(error: unknown): never;
