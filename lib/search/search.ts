import type { CommunityAccess, InsideAccess } from "@/lib/access/gate";
import { insideOf, openSpaces } from "@/lib/access/gate";
import { countAttempt, network } from "@/lib/accounts/attempts";
import { Refusal } from "@/lib/errors";
import { type Found as Named, placesNamed } from "@/lib/jump/queries";
import { type Asked, isFiltered } from "./input";
import { type Found, likeThese, type Meaning, marksIn, meaningOf, postsSaying } from "./queries";
import { readable } from "./readable";
import { keysToMark, type Part, snippetOf, wholeOf } from "./snippet";
import { type Term, termsOf } from "./terms";

// Its own file because it is the whole of one search: counted, asked, asked again for what was probably meant, and marked.

export type Hit = Omit<Found, "title" | "html" | "names" | "language"> & {
  title: Part[];
  titleText: string;
  said: Part[];
};
export type Answer =
  /** Nothing was asked. */
  | { state: "idle" }
  /** Words that stand in every text. */
  | { state: "common" }
  /** It took too long and was ended. */
  | { state: "slow" }
  | { state: "tooMany"; minutes: number; retryAfter: number }
  | { state: "found"; hits: Hit[]; total: number; next?: string; named: Named[]; instead?: string };

/** Every space this viewer reads, also those that are closed: what was said there can still be read. */
export async function openToSearch(access: CommunityAccess) {
  const spaces = await openSpaces(access, true);
  return insideOf(
    access,
    spaces.flatMap((one) => ("inside" in one ? one.inside : [])),
  );
}

/** More in a quarter of an hour asks nobody who reads what they find. */
const most = 300;

/** @param words for whom a post speaks to and who is nobody any more */
export async function search(
  access: InsideAccess,
  asked: Asked,
  after: string | undefined,
  words: { gone: string },
): Promise<Answer> {
  const terms = termsOf(asked.words);
  if (terms.length === 0 && !isFiltered(asked))
    return asked.words.trim() ? { state: "found", hits: [], total: 0, named: [] } : { state: "idle" };
  try {
    const who = access.viewer.personId ?? network(access.viewer.address);
    await countAttempt([{ key: `search ${who}`, max: most }]);
    return await answered(access, asked, terms, after, words);
  } catch (error) {
    if (error instanceof Refusal && error.status === 429) {
      const retryAfter = error.more.retryAfter ?? 60;
      return { state: "tooMany", minutes: Math.ceil(retryAfter / 60), retryAfter };
    }
    if (wasEnded(error)) return { state: "slow" };
    throw error;
  }
}

/** By the database, after the time it gives a statement. */
const wasEnded = (error: unknown): boolean => {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  return (cause as { code?: string } | undefined)?.code === "57014";
};

async function answered(
  access: InsideAccess,
  asked: Asked,
  terms: Term[],
  after: string | undefined,
  words: { gone: string },
): Promise<Answer> {
  const meaning = await meaningOf(access, terms);
  const positive = terms.filter(({ not }) => !not);
  if (positive.length > 0 && meaning.yes.length === 0) return { state: "common" };
  const page = await postsSaying(access, asked, meaning, after);
  const named =
    after || isFiltered(asked) || positive.length === 0 ? [] : await placesNamed(access, asked.words.trim());
  if (page.rows.length > 0 || after)
    return { ...page, state: "found", hits: await marked(access, page.rows, meaning, words), named };
  if (meaning.common && positive.length > 0) return { state: "common" };
  const instead = await meantBy(access, asked, terms);
  if (instead) {
    const other = await meaningOf(access, termsOf(`${instead} `));
    const found = await postsSaying(access, { ...asked, words: instead }, other);
    // What is offered has to be found by the same viewer, with everything else they asked for.
    if (found.rows.length > 0)
      return { ...found, state: "found", hits: await marked(access, found.rows, other, words), named, instead };
  }
  return { state: "found", hits: [], total: 0, named };
}

/** What they typed, with the words that nobody says replaced by those most like them; nothing where none is like them. */
async function meantBy(access: InsideAccess, asked: Asked, terms: readonly Term[]): Promise<string | undefined> {
  const single = terms.filter(({ not, keys, typed }) => !not && keys.length === 1 && !typed.startsWith('"'));
  if (single.length === 0) return undefined;
  const like = await likeThese(
    access,
    asked,
    single.flatMap(({ keys }) => keys),
  );
  if (like.size === 0) return undefined;
  return terms.map((term) => (single.includes(term) ? (like.get(term.keys[0]!) ?? term.typed) : term.typed)).join(" ");
}

async function marked(
  access: InsideAccess,
  rows: readonly Found[],
  meaning: Meaning,
  words: { gone: string },
): Promise<Hit[]> {
  const texts = rows.map(({ html, names }) =>
    readable(html, { spoilers: false, mention: (id) => `@${names[id] ?? words.gone}` }).trim(),
  );
  const asked = rows.flatMap(({ title, language }, at) => [
    { language, keys: keysToMark(title) },
    { language, keys: keysToMark(texts[at]!) },
  ]);
  const marks = meaning.yes.length === 0 || rows.length === 0 ? [] : await marksIn(access, meaning, asked);
  return rows.map(({ html: _, names: __, language: ___, title, ...row }, at) => ({
    ...row,
    titleText: title,
    title: wholeOf(title, marks[2 * at] ?? ""),
    said: snippetOf(texts[at]!, marks[2 * at + 1] ?? ""),
  }));
}
