import markdownIt, { type Token } from "markdown-it";
import sanitizeHtml from "sanitize-html";

/** Kept with stored HTML: HTML of an older version is rendered again. Raise it with every change below. */
export const rendererVersion = 1;

/** Longer texts are shown as plain paragraphs: no word is lost, and nobody waits for a parser. */
export const markdownLimit = 50_000;

// The parser drops words that lie deeper than maxNesting; a text that comes near is shown plain instead.
const deepest = 40;
const mostParts = 20_000;

const parser = markdownIt({ html: false, linkify: true, breaks: true, maxNesting: 100 });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

// A post's heading stands below the thread's title and the section's.
const headings = { h1: "h3", h2: "h4", h3: "h5", h4: "h6", h5: "h6", h6: "h6" };

const blocks = ["p", "blockquote", "ul", "ol", "li", "hr", "pre", "h3", "h4", "h5", "h6"];
const inlines = ["em", "strong", "s", "code", "br", "a", "img"];
const tables = ["table", "thead", "tbody", "tr", "th", "td"];

const policy: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...inlines, ...tables],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title", "loading"],
    ol: ["start"],
    code: ["class"],
    th: ["class"],
    td: ["class"],
  },
  allowedClasses: { code: [/^language-[\w+#-]{1,30}$/], th: [/^align-/], td: [/^align-/] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  transformTags: {
    ...headings,
    a: (_tag, attribs) => ({ tagName: "a", attribs: { ...attribs, rel: "nofollow ugc noopener" } }),
    th: aligned,
    td: aligned,
    img: ownPicture,
  },
};

/** The parser writes alignment as a style, which the content policy of the site forbids. */
function aligned(tagName: string, { style }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const side = style?.match(/text-align:(left|center|right)/)?.[1];
  return { tagName, attribs: side ? { class: `align-${side}` } : {} };
}

/** A picture from elsewhere would tell its server who reads here, and when; it becomes a link. */
function ownPicture(_tag: string, { src = "", alt = "", title = "" }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (/^\/files\/[\w-]+\/[\w-]+$/.test(src)) return { tagName: "img", attribs: { src, alt, title, loading: "lazy" } };
  return { tagName: "a", attribs: { href: src, rel: "nofollow ugc noopener" }, text: alt || src };
}

export function renderMarkdown(source: string): string {
  if (source.length > markdownLimit) return plain(source);
  const env = {};
  const tokens = parser.parse(source, env);
  if (tokens.length > mostParts || tokens.some((token) => token.level > deepest) || swells(tokens))
    return plain(source);
  return sanitizeHtml(parser.renderer.render(tokens, parser.options, env), policy);
}

/** One long address, defined once and referred to ten thousand times, would make 50 kB into 65 MB. */
function swells(tokens: Token[]): boolean {
  let addresses = 0;
  for (const token of tokens) {
    for (const child of token.children ?? [])
      addresses += String(child.attrGet("href") ?? child.attrGet("src") ?? "").length;
  }
  return addresses > 4 * markdownLimit;
}

function plain(source: string): string {
  const escaped = parser.utils.escapeHtml(source.replaceAll("\0", "\ufffd"));
  const paragraphs = escaped.split(/\n{2,}/).filter((text) => text.trim() !== "");
  return paragraphs.map((text) => `<p>${text.replaceAll("\n", "<br />")}</p>\n`).join("");
}
