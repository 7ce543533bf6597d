import { renderMarkdown } from "@/lib/text/markdown";
import { type Fill, fill } from "@/lib/text/markdown/fill";

// Its own file because it is pure: a story as it is read. It speaks to nobody, quotes no post and has no pictures of its own.

const picture = /<img [^>]*?alt="([^"]*)"[^>]*>|<img [^>]*>/g;

export const drawLore = (text: string, words: Fill["words"]): string =>
  fill(renderMarkdown(text), { mention: () => undefined, quote: () => undefined, words }).replace(
    picture,
    (_, alt: string | undefined) => alt ?? "",
  );
