// Pure: what of a post is read, from the HTML that our own renderer made of it.

export interface Readable {
  /** For somebody spoken to: nobody's name is found by the posts that speak to them. */
  mention?: (id: string) => string;
  /** Words that open only when asked for are found, and not shown. */
  spoilers?: boolean;
}

const part = /<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</g;
const inLine = new Set(["em", "strong", "s", "code", "a", "span"]);
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name]!);

/** What others said and was quoted is left out: it is found where it was said. */
export function readable(html: string, { mention, spoilers = true }: Readable = {}): string {
  let text = "";
  /** Whether each disclosure and each quotation that is open is left out. */
  const open: Record<"blockquote" | "details", boolean[]> = { blockquote: [], details: [] };
  let left = 0;
  for (const [all, close, tag = "", attributes = ""] of html.matchAll(part)) {
    if (tag === "blockquote" || tag === "details") {
      const out =
        tag === "blockquote" ? attributes.includes("data-quote=") : !spoilers && /class="spoiler"/.test(attributes);
      if (close) left -= open[tag].pop() ? 1 : 0;
      else {
        open[tag].push(out);
        left += out ? 1 : 0;
      }
      text += "\n";
    } else if (left > 0) continue;
    else if (!tag) text += plain(all);
    else if (tag === "img") text += ` ${plain(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? "")} `;
    else if (tag === "span" && mention) text += said(attributes, mention);
    else if (!inLine.has(tag)) text += "\n";
  }
  return text;
}

function said(attributes: string, mention: (id: string) => string): string {
  const id = /data-mention="([^"]+)"/.exec(attributes)?.[1];
  return id ? mention(id) : "";
}
