import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { writes } from "@/db/schema";
import type { AnyAccess } from "./access/gate";
import { keyedDigest } from "./access/secrets";
import { refuse } from "./errors";
import { told } from "./visitors/changes";

/** What a write answers and what is kept with its key: ids and counts, never text. */
export type WriteResult = Record<string, string | number | boolean | null>;

/**
 * One write: one transaction that claims the key of the form, changes the world and keeps the answer.
 * The same key and content again answers what was answered first; the same key with other content is refused.
 * @param content what was asked, without secrets; only a keyed hash of it is kept
 */
export async function write<R extends WriteResult>(
  proof: AnyAccess,
  key: string,
  name: string,
  content: unknown,
  change: (tx: Tx) => Promise<R>,
): Promise<R> {
  const actor = proof.viewer.personId ?? ("reason" in proof ? `system:${proof.reason}` : "visitor");
  const contentHash = keyedDigest("write", `${name}\n${JSON.stringify(content)}`);
  return db().transaction(async (tx) => {
    const mine = and(eq(writes.actor, actor), eq(writes.key, key));
    // A twin in flight holds this row: the insert waits for it and then finds its answer.
    const [claimed] = await tx
      .insert(writes)
      .values({ actor, key, name, contentHash })
      .onConflictDoNothing()
      .returning();
    if (!claimed) {
      const [earlier] = await tx.select().from(writes).where(mine);
      if (earlier?.contentHash !== contentHash) throw refuse.conflict("common.alreadySent");
      return earlier.result as R;
    }
    const result = await change(tx);
    const community = "community" in proof ? proof.community.id : null;
    const { rows } = await tx.execute(sql`
      with done as (update writes set result = ${JSON.stringify(result)}::jsonb, done = true
        where actor = ${actor} and key = ${key} returning 1)
      select ${told(name, community)} from done`);
    if (rows.length !== 1) throw new Error(`The write ${name} lost its key.`);
    return result;
  });
}

/** When an act happens: now by the database's clock, or the day on which the demo world or an import says it did. */
export const when = (proof: AnyAccess): Date | undefined => proof.viewer.actingAt;
