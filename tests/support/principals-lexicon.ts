import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  openLexicon,
  openLexiconInside,
  openLoreToRemove,
  openTerm,
  openTermToTell,
  openTermToVote,
} from "@/lib/access/gate-lexicon";
import { removeLore, voteOnTerm, writeLore } from "@/lib/lexicon/commands";
import { keepTerms } from "@/lib/lexicon/keep";
import { leading, readingMembers, reporting, type Who } from "./principals";
import { asPerson, newKey } from "./principals-make";
import type { Talks } from "./principals-talk";

/** Ids of words: one of all members, and one that is said only inside, so that it is for who leads alone. */
export interface Words {
  readonly members: string;
  readonly inside: string;
}

interface Saying {
  readonly community: string;
  readonly communityId: string;
  readonly rooms: Record<keyof Talks, { id: string }>;
  readonly talk: Talks;
  readonly moderator: string;
  readonly member: string;
  readonly insider: string;
  readonly representative: string;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

/** Words as the pulse would have found them, one confirmed by its members, with what they tell of it. */
export async function sayWords(saying: Saying): Promise<Words> {
  const { community, communityId, rooms, talk, mark } = saying;
  const found = (term: string, room: keyof Talks) => ({
    term,
    rank: 1,
    users: 5,
    weeks: [1, 0, 2],
    spread: 4.5,
    first: talk[room].posts.first,
    next: [talk[room].posts.answer],
    spaces: [rooms[room].id],
  });
  const among = found(mark("a word among members", readingMembers), "members");
  const inside = found(mark("a word inside", leading), "hidden");
  await db().transaction((tx) =>
    keepTerms(tx, { communityId, asOf: "2026-01-04" }, [
      { audience: "members", words: [among] },
      { audience: "whole", words: [among, { ...inside, rank: 2 }] },
    ]),
  );
  const idOf = async (term: string) => {
    const { rows } = await db().execute<{ id: string }>(
      sql`select id from terms where community_id = ${communityId} and term = ${term}`,
    );
    return rows[0]!.id;
  };
  const words = { members: await idOf(among.term), inside: await idOf(inside.term) };
  const term = async (who: string) =>
    openTerm(await openLexiconInside(openLexicon(await asPerson(who, community))), words.members);
  for (const who of [saying.insider, saying.moderator, saying.representative])
    await voteOnTerm(openTermToVote(await term(who)), { says: "ours" }, newKey());
  const tell = async (who: string, text: string, revision: number) =>
    writeLore(openTermToTell(await term(who)), { text, revision }, newKey());
  const seeing: Who = [...reporting, "insider"];
  await tell(saying.insider, mark("a lore that was taken out", seeing), 0);
  const why = mark("why lore was taken out", seeing);
  await removeLore(openLoreToRemove(await term(saying.moderator)), { version: 1, why }, newKey());
  await tell(saying.member, mark("a first lore", readingMembers), 2);
  await tell(saying.insider, mark("a lore", readingMembers), 3);
  return words;
}
