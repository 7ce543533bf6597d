import type { CommunityAccess } from "@/lib/access/gate";
import { openLexicon } from "@/lib/access/gate-lexicon";
import { may } from "@/lib/access/policy";
import { termsInPosts } from "@/lib/lexicon/in-posts";
import { termMarker } from "@/lib/lexicon/place";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";

/** Makes links of the words that this viewer may know of, as far as they stand in a post: asked once for a page. */
export async function markerFor(access: CommunityAccess): Promise<(html: string) => string> {
  const { community, standing } = access;
  if (!may.readLexicon(standing, community)) return (html) => html;
  return termMarker(await termsInPosts(openLexicon(access)), (id) => paths.term(community.slug, id));
}

export const cardWords = ({ lexicon: { card, open, noLore } }: Words) => ({ card, open, noLore });
