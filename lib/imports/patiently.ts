import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";

// Its own file because every step that meets all rows of an import at once takes longer than anybody waits for a page.

/** One transaction whose statements may take minutes. */
export const patiently = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  db().transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`);
    return work(tx);
  });
