/**
 * How much of a large product is tried: `npm test` tries every row, every page and every field, but not each of them with
 * everybody and everything; the commands of their own (`npm run test:matrix` and its like) leave nothing out. What is
 * left out goes by the place in a list, so that two runs try the same.
 */
export const everything = Boolean(process.env.TEST_FULL);

/** Of things that stand for each other, the one whose turn it is. */
export const inTurn = <T>(all: readonly T[], turn: number): T => all[turn % all.length]!;
