import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { statements } from "@/db/schema";
import type { CommunityAccess } from "@/lib/access/gate";
import { when } from "@/lib/write";

// Its own file because what is undone is undone in several places, each within its own transaction.

type Of = { id: string } | { suspensionId: string };

/** It holds no more. @returns how many that were still in force */
export async function liftStatements(tx: Tx, access: CommunityAccess & { personId: string }, of: Of): Promise<number> {
  const which = "id" in of ? eq(statements.id, of.id) : eq(statements.suspensionId, of.suspensionId);
  const lifted = await tx
    .update(statements)
    .set({ liftedAt: when(access) ?? sql`now()`, liftedBy: access.personId })
    .where(and(eq(statements.communityId, access.community.id), which, isNull(statements.liftedAt)))
    .returning({ id: statements.id });
  return lifted.length;
}
