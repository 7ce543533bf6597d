import type { StateInline } from "markdown-it";
import list from "@/public/emoji.json";

// The list stands in public/ because the browser fetches the same file when somebody first types a colon: the sign, then its
// names in English and German. Made from emojibase-data 16 (MIT), in the order of keyboards.

const named = new Map<string, string>();
for (const entry of list) {
  const [sign = "", ...names] = entry.split(" ");
  for (const name of names) named.set(name, sign);
}

const name = /:([\p{L}\p{N}_+-]{1,40}):(?![\p{L}\p{N}])/uy;
const inWord = /[\p{L}\p{N}]/u;

/** `:smile:` that was typed and not chosen becomes the sign. */
export function emoji(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3a) return false;
  if (state.pos > 0 && inWord.test(state.src[state.pos - 1]!)) return false;
  name.lastIndex = state.pos;
  const found = name.exec(state.src);
  const sign = found && name.lastIndex <= state.posMax ? named.get(found[1]!.toLowerCase()) : undefined;
  if (!found || !sign) return false;
  if (!silent) state.pending += sign;
  state.pos += found[0].length;
  return true;
}
