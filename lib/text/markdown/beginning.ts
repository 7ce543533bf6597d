import type { Token } from "markdown-it";
import { parse } from "./parser";

/** Enough to find the first words in, and little to parse. */
const looked = 3_000;

/**
 * The first own words of a stored text, without form: for a line of a list, and for mail. Not what it quotes, and nothing that
 * stands behind a spoiler. What cannot be told for certain has none.
 * @param nameOf of whom it speaks to
 */
export function beginningOf(text: string, nameOf: (id: string) => string, most = 160): string {
  const words: string[] = [];
  let away = 0;
  // Cut off before its end, a spoiler would be none.
  if (text.length > looked && text.includes("||")) return "";
  for (const token of parse(text.slice(0, looked)) ?? []) {
    if (/^(blockquote|spoiler_block)_open$/.test(token.type)) away++;
    if (/^(blockquote|spoiler_block)_close$/.test(token.type)) away--;
    if (away === 0 && token.type === "inline") words.push(inline(token.children ?? [], nameOf));
  }
  const said = words.join(" ").replace(/\s+/g, " ").trim();
  const letters = [...said];
  if (letters.length <= most) return said;
  const cut = letters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function inline(tokens: readonly Token[], nameOf: (id: string) => string): string {
  let hidden = 0;
  let said = "";
  for (const { type, content } of tokens) {
    if (type === "spoiler_open") hidden++;
    else if (type === "spoiler_close") {
      hidden--;
      said += "…";
    } else if (hidden > 0) continue;
    else if (type === "mention") said += `@${nameOf(content)}`;
    else if (type === "softbreak" || type === "hardbreak") said += " ";
    else if (["text", "code_inline", "image", "emoji"].includes(type)) said += content;
  }
  return said;
}
