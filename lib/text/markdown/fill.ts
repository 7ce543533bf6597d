import { uuid } from "./ids";

/** What this viewer is shown in the places that stored HTML leaves empty. */
export interface Fill {
  /** Nothing for who is not known here any more. */
  mention: (id: string) => { name: string; href?: string } | undefined;
  /**
   * Nothing where this viewer may not read the post that was quoted: the words stay, whose they are is not said. Folded, they
   * stand behind what is said in place of whose they are.
   */
  quote: (id: string) => { name: string; href: string } | { folded: string } | undefined;
  words: {
    gone: string;
    spoiler: string;
    wrote: (who: { name: string }) => string;
    whole: string;
    copy: string;
    table: string;
  };
}

const places = new RegExp(
  [
    `<span data-mention="(?<mention>${uuid})"></span>`,
    `(?<quoting><blockquote(?: data-quote="(?<quote>${uuid})")?>)`,
    "(?<quoted></blockquote>)",
    '<details class="(?<kind>spoiler|fold)"><summary></summary>',
    "(?<pre></?pre>)",
    "(?<table></?table>)",
  ].join("|"),
  "g",
);

/** What people type never holds a bare tag: what looks like a place here was made by the renderer. */
export function fill(html: string, { mention, quote, words }: Fill): string {
  const folded: boolean[] = [];
  return html.replace(places, (all, ...rest) => {
    const found = rest.at(-1) as Partial<
      Record<"mention" | "quoting" | "quote" | "quoted" | "kind" | "pre" | "table", string>
    >;
    if (found.mention) {
      const who = mention(found.mention);
      const name = `@${safe(who?.name ?? words.gone)}`;
      return who?.href
        ? `<a class="mention" href="${safe(who.href)}">${name}</a>`
        : `<span class="mention">${name}</span>`;
    }
    if (found.quoted) return folded.pop() ? "</details></blockquote>" : all;
    if (found.quoting) {
      const whose = found.quote ? quote(found.quote) : undefined;
      folded.push(whose !== undefined && "folded" in whose);
      if (!whose) return "<blockquote>";
      if ("folded" in whose) return `<blockquote><details class="blocked"><summary>${safe(whose.folded)}</summary>`;
      const line = safe(words.wrote({ name: whose.name }));
      return `<blockquote><p class="whose"><a href="${safe(whose.href)}">${line}</a></p>`;
    }
    if (found.kind)
      return `<details class="${found.kind}"><summary>${safe(found.kind === "fold" ? words.whole : words.spoiler)}</summary>`;
    if (found.pre)
      return found.pre === "<pre>"
        ? `<div class="codebox"><button type="button" class="copy" data-copy>${safe(words.copy)}</button><pre tabindex="0">`
        : "</pre></div>";
    if (found.table)
      return found.table === "<table>"
        ? `<div class="tablebox" role="region" tabindex="0" aria-label="${safe(words.table)}"><table>`
        : "</table></div>";
    return all;
  });
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign]!);
