import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { keysOf } from "./words";

// Its own file because it keeps one promise: a spelling is known in a space as long as a post there says the word, and no longer.

/** What was said in a space, as post_words keeps it. */
export type Said = { spaceId: string; lexemes: string[] };

/** Takes away the spellings of words that no post of their space says any more. To be called after the posts changed. */
export async function unlearn(tx: Pick<Tx, "execute">, communityId: string, said: readonly Said[]): Promise<void> {
  if (said.length === 0) return;
  await tx.execute(sql`
    delete from space_words d
    using (select distinct v."spaceId", l.lexeme from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as v("spaceId" uuid, lexemes jsonb)
      cross join jsonb_array_elements_text(v.lexemes) as l(lexeme)) gone
    where d.community_id = ${communityId} and d.space_id = gone."spaceId" and d.lexeme = gone.lexeme
      and not exists (select from post_words o where o.community_id = d.community_id and o.space_id = d.space_id
        and o.words @@ plainto_tsquery('simple', d.lexeme))`);
}

/** Before the posts of somebody go who takes their words along: spellings that nobody else uses. */
export async function unlearnOf(tx: Pick<Tx, "execute">, personId: string): Promise<void> {
  await tx.execute(sql`
    delete from space_words d
    using (select distinct w.community_id, w.space_id, l.lexeme from post_words w cross join unnest(tsvector_to_array(w.words)) as l(lexeme)
      where w.author_id = ${personId}) mine
    where d.community_id = mine.community_id and d.space_id = mine.space_id and d.lexeme = mine.lexeme
      and not exists (select from post_words o where o.community_id = d.community_id and o.space_id = d.space_id
        and o.author_id <> ${personId} and o.words @@ plainto_tsquery('simple', d.lexeme))`);
}

const isWord = (key: string) => /\p{L}/u.test(key) && key.length >= 3 && key.length <= 30;

/** Learns how the words of these texts are spelled. */
export async function learn(
  tx: Tx,
  texts: readonly { communityId: string; spaceId: string; language: string; text: string }[],
): Promise<void> {
  const words = texts.flatMap(({ text, ...place }) =>
    [...new Set(keysOf(text))].filter(isWord).map((word) => ({ ...place, word })),
  );
  if (words.length === 0) return;
  // In one order, so that two who learn at once do not wait for each other in a circle.
  await tx.execute(sql`
    insert into space_words (community_id, space_id, word, lexeme)
    select distinct on (1, 2, 3) "communityId", "spaceId", word, (tsvector_to_array(to_tsvector(language::regconfig, word)))[1]
    from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as v("communityId" uuid, "spaceId" uuid, language text, word text)
    where to_tsvector(language::regconfig, word) <> '' order by 1, 2, 3
    on conflict do nothing`);
}
