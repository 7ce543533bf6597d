import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postMentions, postQuotes } from "@/db/schema";
import type { SpaceAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { referencesIn, rendererVersion, renderMarkdown } from "@/lib/text/markdown";
import { readTyped } from "@/lib/text/markdown/typed";
import { mostMentions, mostQuotes, mostTimes } from "./input";
import { meant } from "./mentionable";
import { readableQuotes } from "./queries";

// Its own file because three writes end in it: a thread that begins, an answer, and an edit.

/** What a post is stored as, and whom and what it refers to. */
export interface Understood {
  readonly text: string;
  readonly html: string;
  readonly renderer: number;
  readonly mentions: readonly { personId: string; quoted: boolean }[];
  readonly quotes: readonly string[];
}

/**
 * Takes names out of what was typed and puts ids in. Who may not read the space, and posts the writer may not read, are not found:
 * the answer is the same as for what never was.
 * @param before whom the post spoke to until now: they stay, even if they left meanwhile
 */
export async function understand(
  tx: Tx,
  access: SpaceAccess,
  text: string,
  before: readonly { id: string; as: string | null }[] = [],
): Promise<Understood> {
  const typed = readTyped(text);
  if (typed.names.length + typed.ids.length > mostMentions || typed.times > mostTimes)
    throw refuse.invalid({ text: "references.tooManyMentions" });
  if (typed.quotes.length > mostQuotes) throw refuse.invalid({ text: "references.tooManyQuotes" });
  const kept = new Map(before.flatMap(({ id, as }) => (as === null ? [] : [[as, id] as const])));
  const names = typed.names.filter((name) => !kept.has(name));
  const found = await meant(tx, access, names, typed.ids);
  const stored = typed.stored((name) => kept.get(name) ?? found.byName.get(name));
  const { mentions } = referencesIn(stored);
  const known = new Set([...found.ids, ...before.map(({ id }) => id)]);
  const readable = await readableQuotes(access, typed.quotes, tx);
  return {
    text: stored,
    html: renderMarkdown(stored),
    renderer: rendererVersion,
    mentions: [...mentions].flatMap(([personId, { quoted }]) => (known.has(personId) ? { personId, quoted } : [])),
    quotes: typed.quotes.filter((id) => readable.has(id)),
  };
}

/** Writes down whom a post speaks to and what it quotes, in place of what was there. */
export async function keepReferences(
  tx: Tx,
  of: { communityId: string; postId: string },
  { mentions, quotes }: Understood,
  edited = false,
): Promise<void> {
  if (edited) await dropReferences(tx, of);
  if (mentions.length > 0) await tx.insert(postMentions).values(mentions.map((mention) => ({ ...of, ...mention })));
  if (quotes.length > 0) await tx.insert(postQuotes).values(quotes.map((quotedId) => ({ ...of, quotedId })));
}

async function dropReferences(tx: Tx, { communityId, postId }: { communityId: string; postId: string }) {
  await tx.delete(postMentions).where(and(eq(postMentions.communityId, communityId), eq(postMentions.postId, postId)));
  await tx.delete(postQuotes).where(and(eq(postQuotes.communityId, communityId), eq(postQuotes.postId, postId)));
}
