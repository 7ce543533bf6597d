import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { LexiconAccess } from "@/lib/access/gate";
import { isOurs, loreFor, tallies, usesFor } from "./rule";

// Its own file because every page of posts asks it: one question for all of them.

export type TermInPosts = { id: string; term: string; lore: string | null };

/** More would be a dictionary. */
const most = 500;

/** The confirmed words that this audience may know of, the latest found first. */
export async function termsInPosts({ community, lexicon }: LexiconAccess): Promise<TermInPosts[]> {
  const { rows } = await db().execute<TermInPosts>(sql`
    select t.id, t.term, left(l.text, 1000) as lore
    from (${tallies(community)}) y join terms t on t.community_id = ${community.id} and t.id = y.term_id
    join ${usesFor(community.id, lexicon)} on true left join ${loreFor(lexicon)}
    where ${isOurs} order by t.found_at desc, t.id limit ${most}`);
  return rows;
}
