import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { ledger } from "@/db/schema";
import type { communityVerbs } from "@/lib/activity/verbs";

// Its own file because steps ask it, and what is planted again does: the ledger forgets nothing, the keys of forms are gone in a week.

/** Whether one of these was ever done to it, by that person or by anybody. */
export async function onRecord(
  verbs: (keyof typeof communityVerbs)[],
  objectId: string,
  actorId?: string,
): Promise<boolean> {
  const rows = await db()
    .select({ id: ledger.id })
    .from(ledger)
    .where(
      and(
        eq(ledger.objectId, objectId),
        inArray(ledger.verb, verbs),
        actorId ? eq(ledger.actorId, actorId) : undefined,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
