import { eq } from "drizzle-orm";
import { type Database, db, type Tx } from "@/db/client";
import { postRules } from "@/db/schema";
import type { DeskAccess } from "@/lib/access/gate";
import type { Rules } from "./judge";

export type RulesAtDesk = Rules & { revision: number };

const none: RulesAtDesk = {
  firstPosts: 0,
  heldWords: [],
  refusedWords: [],
  newcomerLinks: null,
  refusedDomains: [],
  allowedDomains: [],
  spamChecks: false,
  revision: 0,
};

/** What the desk has chosen; nothing is looked at until it chooses. */
export const rulesAtDesk = async ({ community }: DeskAccess): Promise<RulesAtDesk> =>
  (await rulesIn(db(), community.id)) ?? none;

/** For the writes that they are asked of. */
export async function rulesIn(tx: Tx | Database, communityId: string): Promise<RulesAtDesk | undefined> {
  const { firstPosts, heldWords, refusedWords, newcomerLinks, refusedDomains, allowedDomains, spamChecks, revision } =
    postRules;
  const lists = { heldWords, refusedWords, refusedDomains, allowedDomains };
  const [row] = await tx
    .select({ firstPosts, newcomerLinks, spamChecks, revision, ...lists })
    .from(postRules)
    .where(eq(postRules.communityId, communityId));
  return row;
}
