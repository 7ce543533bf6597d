import type { StateCore, StateInline, Token } from "markdown-it";

// What stands in a stored text for people and posts is their ids: `@{id}` speaks to somebody, and `{post:id}` in the first
// line of a quote says whose words they are. Names are put in at reading, so that none outlives its person.

export const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

const word = /[\p{L}\p{N}]/u;
const stored = new RegExp(`@\\{(${uuid})\\}`, "y");
/** While a typed text is being understood (see typed.ts) its candidates carry numbers. */
const numbered = /@\{(\d{1,6})\}/y;

/** Not inside a link, nor in a word; code never comes here. */
export function mention(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x40 || state.linkLevel > 0) return false;
  if (state.pos > 0 && word.test(state.src[state.pos - 1]!)) return false;
  const pattern = state.env.numbered ? numbered : stored;
  pattern.lastIndex = state.pos;
  const found = pattern.exec(state.src);
  if (!found || pattern.lastIndex > state.posMax) return false;
  if (!silent) state.push("mention", "", 0).content = found[1]!;
  state.pos += found[0].length;
  return true;
}

const attribution = { stored: new RegExp(`^\\{post:(${uuid})\\}(?:\\n|$)`), numbered: /^\{post:(\d{1,6})\}(?:\n|$)/ };

/** Letters of a quote, all in all, beyond which it folds. */
const folds = 700;

/** Says of each quote whose words it is, and whether it is long enough to fold. Before the lines are read for their parts. */
export function quotes(state: StateCore): void {
  const pattern = state.env.numbered ? attribution.numbered : attribution.stored;
  const kept: Token[] = [];
  const open: { token: Token; length: number }[] = [];
  for (let at = 0; at < state.tokens.length; at++) {
    const token = state.tokens[at]!;
    if (token.type === "blockquote_open") {
      open.push({ token, length: 0 });
      kept.push(token);
      const line = state.tokens[at + 1]?.type === "paragraph_open" ? state.tokens[at + 2] : undefined;
      const found = line && pattern.exec(line.content);
      if (!found) continue;
      token.attrSet("data-quote", found[1]!);
      line.content = line.content.slice(found[0].length);
      // Nothing else in the line: its paragraph goes.
      if (line.content === "") at += 3;
      continue;
    }
    const outermost = open[0];
    if (outermost) outermost.length += token.content.length;
    if (token.type === "blockquote_close") {
      const closed = open.pop();
      if (closed && closed.length > folds) {
        closed.token.meta = { long: true };
        token.meta = { long: true };
      }
    }
    kept.push(token);
  }
  state.tokens = kept;
}

/** The ids that a text names: of people, with whether they stand only in quotes of others, and of the posts it quotes. */
export interface References {
  mentions: Map<string, { quoted: boolean }>;
  quotes: Set<string>;
  /** How often somebody is spoken to, all in all. */
  times: number;
}

export function referencesOf(tokens: readonly Token[]): References {
  const found: References = { mentions: new Map(), quotes: new Set(), times: 0 };
  let depth = 0;
  for (const token of tokens) {
    if (token.type === "blockquote_open") depth++;
    if (token.type === "blockquote_close") depth--;
    const quote = token.attrGet("data-quote");
    if (quote) found.quotes.add(String(quote));
    for (const { type, content } of token.children ?? []) {
      if (type !== "mention") continue;
      found.times++;
      const before = found.mentions.get(content);
      found.mentions.set(content, { quoted: depth > 0 && (before?.quoted ?? true) });
    }
  }
  return found;
}
