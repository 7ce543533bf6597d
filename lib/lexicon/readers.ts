import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { TermAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { usesFor } from "./rule";

// Its own file because the form says who will read what is being told, and the write keeps just that.

const nobody = {
  personId: null,
  verified: false,
  owner: false,
  role: "none",
  employed: false,
  suspended: false,
  silenced: false,
  moderates: [],
  badges: [],
} as const;

/** Who hears of this word at this moment. */
export async function readersOf(
  { community, term }: TermAccess,
  tx: Pick<Tx, "execute"> = db(),
): Promise<"public" | "members"> {
  const { rows } = await tx.execute(sql`
    select from terms t join ${usesFor(community.id, "public")} on true where t.community_id = ${community.id} and t.id = ${term.id}`);
  return rows.length > 0 && may.readLexicon(nobody, community) ? "public" : "members";
}
