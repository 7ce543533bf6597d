import sanitizeHtml from "sanitize-html";
import { type References, referencesOf } from "./markdown/ids";
import { parse, parser } from "./markdown/parser";

export { markdownLimit } from "./markdown/parser";

/** Kept with stored HTML: HTML of an older version is rendered again. Raise it with every change below or in markdown/. */
export const rendererVersion = 4;

// A post's heading stands below the thread's title and the section's.
const headings = { h1: "h3", h2: "h4", h3: "h5", h4: "h6", h5: "h6", h6: "h6" };

const blocks = ["p", "blockquote", "ul", "ol", "li", "hr", "pre", "h3", "h4", "h5", "h6"];
const inlines = ["em", "strong", "s", "code", "br", "a", "img"];
// Made by our own rules alone, and empty where something is put in at reading: see markdown/fill.ts.
const ours = ["details", "summary", "div", "span"];
const tables = ["table", "thead", "tbody", "tr", "th", "td"];

const policy: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...inlines, ...tables, ...ours],
  allowedAttributes: {
    a: ["href", "title", "rel"],
    img: ["src", "alt", "title", "loading"],
    ol: ["start"],
    code: ["class"],
    th: ["class"],
    td: ["class"],
    blockquote: ["data-quote"],
    span: ["data-mention"],
    details: ["class"],
    div: ["class"],
  },
  allowedClasses: {
    details: ["spoiler", "fold"],
    div: ["para", "folded"],
    code: [/^language-[\w+#-]{1,30}$/],
    th: [/^align-/],
    td: [/^align-/],
  },
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

/** HTML whose places for names, and for words of the reader's language, are still empty: markdown/fill.ts fills them. */
export function renderMarkdown(source: string): string {
  const env = {};
  const tokens = parse(source, env);
  if (!tokens) return plain(source);
  return sanitizeHtml(parser.renderer.render(tokens, parser.options, env), policy);
}

/** Whom a stored text speaks to, and which posts it quotes. */
export function referencesIn(source: string): References {
  return referencesOf(parse(source) ?? []);
}

function plain(source: string): string {
  const escaped = parser.utils.escapeHtml(source.replaceAll("\0", "\ufffd"));
  const paragraphs = escaped.split(/\n{2,}/).filter((text) => text.trim() !== "");
  return paragraphs.map((text) => `<p>${text.replaceAll("\n", "<br />")}</p>\n`).join("");
}
