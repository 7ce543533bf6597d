import { createHash } from "node:crypto";

// Its own file because it is pure, and the writing, the job and the reading must find the same links.

/** A post with more links is a list, and a list with cards is no longer read. */
export const mostPreviews = 3;

const parts = /<blockquote>|<\/blockquote>|<p><a href="(https?:\/\/[^"]+)"[^>]*>(?:(?!<\/a>)[\s\S])*?<\/a><\/p>/g;

export type LinkAlone = { url: string; hash: string /** Where the link's paragraph ends in the HTML. */; end: number };

/** The links that stand alone in their paragraph, and not in somebody else's words that are quoted. */
export function linksAlone(html: string): LinkAlone[] {
  const found = new Map<string, LinkAlone>();
  let quoted = 0;
  for (const part of html.matchAll(parts)) {
    if (part[0] === "<blockquote>") quoted++;
    else if (part[0] === "</blockquote>") quoted--;
    else if (quoted === 0) {
      const url = plain(part[1]!);
      if (!found.has(url)) found.set(url, { url, hash: hashOf(url), end: part.index + part[0].length });
    }
    if (found.size === mostPreviews) break;
  }
  return [...found.values()];
}

const plain = (attribute: string) =>
  attribute.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

const hashOf = (url: string) => createHash("sha256").update(url).digest("hex");
