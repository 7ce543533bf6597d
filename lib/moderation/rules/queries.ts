import { db } from "@/db/client";
import type { DeskAccess } from "@/lib/access/gate";
import { rulesIn, type SavedRules } from "./read";

const none: SavedRules = {
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
export const rulesAtDesk = async ({ community }: DeskAccess): Promise<SavedRules> =>
  (await rulesIn(db(), community.id)) ?? none;
