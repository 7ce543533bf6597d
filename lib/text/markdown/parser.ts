import markdownIt, { type StateInline, type Token } from "markdown-it";
import { emoji } from "./emoji";
import { mention, quotes } from "./ids";
import { roomForSpoilers, spoiler, spoilerBlock, withSpoilers } from "./spoiler";

/** Longer texts are shown as plain paragraphs: no word is lost, and nobody waits for a parser. */
export const markdownLimit = 50_000;
/** Ids are longer than the names that were typed for them. */
const roomForIds = 6_000;

// The parser drops words that lie deeper than maxNesting; a text that comes near is shown plain instead.
const deepest = 40;
const mostParts = 20_000;

export const parser = markdownIt({ html: false, linkify: true, breaks: true, maxNesting: 100 });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
// An address without a scheme leads nowhere here; and behind every `https:` of a long line it was looked for in vain, for seconds.
parser.linkify.add("//", null);
parser.inline.ruler.at("text", words);
parser.inline.ruler.after("linkify", "emoji", emoji);
parser.inline.ruler.after("emoji", "mention", mention);
parser.inline.ruler.after("backticks", "spoiler", spoiler);
parser.block.ruler.before("table", "spoiler", spoilerBlock, { alt: ["paragraph", "blockquote", "list"] });
// The parser's own rule, from one that has no other before it: built, functions have lost their names.
const [table] = markdownIt("zero").enable("table").block.ruler.getRules("");
parser.block.ruler.at("table", withSpoilers(table!), { alt: ["paragraph", "reference"] });
parser.core.ruler.after("block", "quotes", quotes);
parser.core.ruler.after("inline", "room_for_spoilers", roomForSpoilers);

// Ids were matched by the rules and lengths are ours: nothing here needs escaping. What is empty is filled at reading.
const spoilerOpen = '<details class="spoiler"><summary></summary>';
Object.assign(parser.renderer.rules, {
  mention: (tokens: Token[], at: number) => `<span data-mention="${tokens[at]!.content}"></span>`,
  spoiler_open: () => `${spoilerOpen}<span>`,
  spoiler_close: () => "</span></details>",
  spoiler_block_open: () => `${spoilerOpen}\n`,
  spoiler_block_close: () => "</details>\n",
  blockquote_open: (tokens: Token[], at: number) => {
    const { attrs, meta } = tokens[at]!;
    const id = attrs?.find(([name]) => name === "data-quote")?.[1];
    const open = id ? `<blockquote data-quote="${id}">` : "<blockquote>";
    return meta?.long
      ? `${open}\n<details class="fold"><summary></summary></details><div class="folded">\n`
      : `${open}\n`;
  },
  blockquote_close: (tokens: Token[], at: number) =>
    tokens[at]!.meta?.long ? "</div></blockquote>\n" : "</blockquote>\n",
});

const sign = /[\n!#$%&*+\-:<=>@[\\\]^_`{|}~]/g;

/** The parser's own rule for plain words, which also stops at a bar. */
function words(state: StateInline, silent: boolean): boolean {
  sign.lastIndex = state.pos;
  const end = Math.min(sign.exec(state.src)?.index ?? state.posMax, state.posMax);
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

/** The parts of a text; nothing, where it is too long or too deep to be more than plain paragraphs. */
export function parse(source: string, env: Record<string, unknown> = {}): Token[] | undefined {
  // A numbered text is read for its numbers alone, and a number may be twice as long as the shortest name.
  if (source.length > (env.numbered ? 2.5 * markdownLimit : markdownLimit + roomForIds)) return undefined;
  const tokens = parser.parse(source, env);
  const refused = tokens.length > mostParts || tokens.some((token) => token.level > deepest) || swells(tokens);
  return refused ? undefined : tokens;
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
