import { eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { postRules } from "@/db/schema";
import type { Rules } from "./judge";

// Its own file because no person asks for them: every write of words does, in its own transaction.

/** Counted with each saving. */
export type SavedRules = Rules & { revision: number };

/** What a community has chosen; nothing, and nothing is looked at. */
export async function rulesIn(tx: Tx | Database, communityId: string): Promise<SavedRules | undefined> {
  const { firstPosts, heldWords, refusedWords, newcomerLinks, refusedDomains, allowedDomains, spamChecks, revision } =
    postRules;
  const lists = { heldWords, refusedWords, refusedDomains, allowedDomains };
  const [row] = await tx
    .select({ firstPosts, newcomerLinks, spamChecks, revision, ...lists })
    .from(postRules)
    .where(eq(postRules.communityId, communityId));
  return row;
}
