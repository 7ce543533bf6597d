import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { refuse } from "@/lib/errors";
import { usesFor } from "@/lib/lexicon/rule";
import { openMember, openSpaces } from "./gate";
import { mint } from "./mint";
import { may } from "./policy";
import type {
  CommunityAccess,
  LexiconAccess,
  LexiconInsideAccess,
  LoreRemovalAccess,
  LoreWriteAccess,
  TermAccess,
  TermVoteAccess,
} from "./proofs";
import { idOrNone } from "./rows";

// The gate of the lexicon: who hears of a word, who says whether it is theirs, and who tells of it.

/** The widest audience they belong to, as with the pulse. It is not there for who is not shown it. */
export function openLexicon(access: CommunityAccess): LexiconAccess {
  const { standing, community } = access;
  if (!may.readLexicon(standing, community)) throw refuse.notFound();
  const takesPart = standing.verified && may.seeMembers(standing);
  return mint({
    ...access,
    lexicon: may.openDesk(standing) ? ("whole" as const) : takesPart ? ("members" as const) : ("public" as const),
  });
}

export async function openLexiconInside(access: LexiconAccess): Promise<LexiconInsideAccess> {
  const spaces = await openSpaces(access, true);
  return mint({ ...access, inside: spaces.flatMap((one) => ("inside" in one ? one.inside.space : [])) });
}

/** A word that is said only where this audience does not read, and one that never was, are one answer. */
export async function openTerm(access: LexiconInsideAccess, id: string): Promise<TermAccess> {
  const { community, lexicon } = access;
  const { rows } = await db().execute<TermAccess["term"]>(sql`
    select t.id, t.term from terms t join ${usesFor(community.id, lexicon)} on true
    where t.community_id = ${community.id} and t.id = ${idOrNone(id)}`);
  const [term] = rows;
  if (!term) throw refuse.notFound();
  return mint({ ...access, term });
}

export function openTermToVote(access: TermAccess): TermVoteAccess {
  const { personId } = openMember(access);
  if (!may.voteOnTerm(access.standing)) throw refuse.forbidden("lexicon.membersVote");
  return mint({ ...access, personId, vote: true as const });
}

export function openTermToTell(access: TermAccess): LoreWriteAccess {
  const { personId } = openMember(access);
  if (!may.writeLore(access.standing)) throw refuse.forbidden("lexicon.membersTell");
  return mint({ ...access, personId, tells: true as const });
}

/** Taking lore out does not exist for who does not look after the whole community. */
export function openLoreToRemove(access: TermAccess): LoreRemovalAccess {
  const { personId } = access.standing;
  if (!personId || !may.answerReports(access.standing)) throw refuse.notFound();
  return mint({ ...access, personId, moderates: true as const });
}
