import sanitize from "sanitize-html";

/**
 * The plain words of a post's HTML, in so many letters at most. Names of people who are spoken to are not among them:
 * they are put in for each reader, and a machine keeps what it read.
 */
export function excerpt(html: string, letters: number): string {
  const words = decoded(sanitize(html, ownWords).replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...words];
  if (signs.length <= letters) return words;
  const cut = signs.slice(0, letters - 1).join("");
  // Not within a word, where words are divided by spaces.
  const end = cut.lastIndexOf(" ");
  return `${end > letters / 2 ? cut.slice(0, end) : cut}…`;
}

/** What was hidden on purpose, and the words of others, are left out whole. */
const leftOut = ["details", "blockquote"];

/** Blocks stay, so that their words stay apart once the tags are gone. */
const ownWords: sanitize.IOptions = {
  allowedTags: [...leftOut, "p", "br", "li", "td", "th", "pre", "h1", "h2", "h3", "h4", "h5", "h6"],
  allowedAttributes: {},
  exclusiveFilter: ({ tag }) => leftOut.includes(tag),
};

const signs: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const decoded = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign]!);
