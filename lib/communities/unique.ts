import type { Refusal } from "@/lib/errors";

// Its own file because names that must be unique are refused by the database, not by looking first: of two at once, one wins.

/** Turns the refusal of a unique key into one for a person. The transaction is lost either way. */
export async function unlessTaken<T>(change: Promise<T>, taken: () => Refusal): Promise<T> {
  try {
    return await change;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    if ((cause as { code?: string }).code === "23505") throw taken();
    throw error;
  }
}
