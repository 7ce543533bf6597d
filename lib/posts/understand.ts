import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { openSpaceById } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { Refusal } from "@/lib/errors";
import { defineJob, everyMinute } from "@/lib/jobs/define";
import { keepReferences, type Understood, understand } from "@/lib/references/keep";
import { keepWords, searchable } from "@/lib/search/keep";
import { referencesIn, rendererVersion, renderMarkdown } from "@/lib/text/markdown";

export const understandKind = "posts.understand";
/** Posts of one piece of work, and pieces of a minute. */
const together = 200;
const pieces = 100;

type Waiting = {
  communityId: string;
  postId: string;
  spaceId: string;
  authorId: string;
  importId: string | null;
  text: string;
};

/**
 * What came in volume stands as it was typed (`renderer = 0`): it is understood, drawn and made to be found here, newest first,
 * just as if it had been sent.
 */
export const understandHistory = defineJob({
  kind: understandKind,
  every: everyMinute,
  due: async (on) => {
    const { rows } = await on.execute<{ subject: string; period: string }>(sql`
      select piece::text as subject, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as period
      from (select ceil(count(*) / ${together}::float8)::int as n
        from (select from posts where renderer = 0 limit ${together * pieces}) d) waiting, generate_series(1, waiting.n) piece`);
    return rows;
  },
  run: async (tx) => {
    const { rows } = await tx.execute<Waiting>(sql`
      select o.community_id as "communityId", o.id as "postId", t.space_id as "spaceId", o.author_id as "authorId",
        o.import_id as "importId", o.text
      from posts o join threads t on t.community_id = o.community_id and t.id = o.thread_id
      where o.renderer = 0 order by o.created_at desc limit ${together} for update of o skip locked`);
    if (rows.length === 0) return;
    const said: { post: Waiting; said: Understood }[] = [];
    for (const post of rows) said.push({ post, said: await meaningOf(tx, post) });
    const drawn = said.map(({ post: { communityId, postId }, said: { text, html, renderer } }) => ({
      communityId,
      postId,
      text,
      html,
      renderer,
    }));
    await tx.execute(sql`
      update posts o set text = v.text, html = v.html, renderer = v.renderer
      from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as v("communityId" uuid, "postId" uuid, text text, html text, renderer int)
      where o.community_id = v."communityId" and o.id = v."postId"`);
    for (const { post, said: meant } of said) await keepReferences(tx, post, meant);
    const these = sql.join(
      rows.map(({ communityId, postId }) => sql`(${communityId}::uuid, ${postId}::uuid)`),
      sql`, `,
    );
    await keepWords(tx, await searchable(tx, sql`(o.community_id, o.id) in (${these})`));
  },
});

/** Only what speaks to somebody, or quotes, needs to be read as its author, who may know more or less than others. */
async function meaningOf(tx: Tx, { communityId, spaceId, authorId, importId, text }: Waiting): Promise<Understood> {
  const plain = { text, html: renderMarkdown(text), renderer: rendererVersion, mentions: [], quotes: [] };
  if (!/@[[{]|\/posts\/|\{post:/.test(text)) return plain;
  // Its author is nobody here yet; whom they spoke to there was found when it was brought.
  if (importId) return { ...plain, mentions: await membersIn(tx, communityId, text) };
  try {
    return await understand(tx, await openSpaceById(await viewerOf(authorId), communityId, spaceId), text);
  } catch (error) {
    // Its author is nobody here any more, or it speaks to more people than a post may: its words stay words.
    if (error instanceof Refusal) return plain;
    throw error;
  }
}

async function membersIn(tx: Tx, communityId: string, text: string): Promise<Understood["mentions"]> {
  const { mentions } = referencesIn(text);
  const { rows } = await tx.execute<{ id: string }>(sql`
    select person_id as id from memberships
    where community_id = ${communityId} and person_id = any(${sql.param([...mentions.keys()])}::uuid[])`);
  return rows.map(({ id }) => ({ personId: id, quoted: mentions.get(id)?.quoted ?? false }));
}
