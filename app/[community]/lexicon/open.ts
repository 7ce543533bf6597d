import { openLexicon, openLexiconInside, openTerm } from "@/lib/access/gate-lexicon";
import { type CommunityParams, openCommunityPage } from "../open";

export async function openLexiconPage(params: CommunityParams) {
  const page = await openCommunityPage(params);
  return { ...page, lexicon: await openLexiconInside(openLexicon(page.access)) };
}

export type TermParams = Promise<{ community: string; term: string }>;

export async function openTermPage(params: TermParams) {
  const page = await openLexiconPage(params);
  return { ...page, term: await openTerm(page.lexicon, (await params).term) };
}
