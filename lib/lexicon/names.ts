import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { keyedDigest } from "@/lib/access/secrets";
import { eachWord } from "@/lib/scoring/activity/words";

// Its own file because the night asks it, and erasing a person does.

/** Without accents, and without what is hung on to a name. */
export const bare = (word: string) =>
  word
    .replace(/['\u2019]\p{L}*$/u, "")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");

export const printOf = (communityId: string, word: string) => keyedDigest("name of nobody", `${communityId}\n${word}`);

/** Before a name is gone: what others say of somebody by it is never found to be a word of theirs. */
export async function barNames(tx: Pick<Tx, "execute">, personId: string): Promise<void> {
  const { rows } = await tx.execute<{ communityId: string; name: string }>(sql`
    select c.id as "communityId", p.name from people p join communities c on c.id in (
      select m.community_id from memberships m where m.person_id = p.id
      union select t.community_id from thread_people t where t.person_id = p.id)
    where p.id = ${personId} and p.name is not null`);
  const bars = rows.flatMap(({ communityId, name }) => {
    const words: string[] = [];
    eachWord(name, (word) => words.push(bare(word)));
    return words.map((word) => ({ communityId, print: printOf(communityId, word) }));
  });
  if (bars.length === 0) return;
  await tx.execute(sql`
    insert into term_bars (community_id, print)
    select distinct b."communityId", b.print from jsonb_to_recordset(${JSON.stringify(bars)}::jsonb) as b("communityId" uuid, print text)
    on conflict do nothing`);
}
