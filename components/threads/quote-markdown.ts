/** Words of a post as they were typed, as far as that can be told from how they are shown; what it quoted itself stays out. */
export function quoteOf(shown: Node, { name, address }: { name: string; address: string }): string {
  const words = markdownOf(shown)
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const by = `[${name.replace(/[[\]\n]/g, " ")}](${address}):`;
  return `> ${by}\n${words.replace(/^/gm, "> ").replace(/^> $/gm, ">")}\n\n`;
}

const around: Record<string, string> = { STRONG: "**", EM: "_", S: "~~" };
const blocks = /^(P|DIV|H[1-6]|UL|OL|TABLE|TR|PRE)$/;

function markdownOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE)
    return (node.textContent ?? "").replace(/\n/g, " ").replace(/[\\`*_[\]<~|]/g, "\\$&");
  const inside = () => [...node.childNodes].map(markdownOf).join("");
  if (!(node instanceof HTMLElement)) return inside();
  const { tagName, classList } = node;
  if (tagName === "BLOCKQUOTE" || tagName === "BUTTON" || tagName === "SUMMARY") return "";
  if (tagName === "BR") return "\n";
  if (tagName === "PRE") return `\n\n\`\`\`\n${(node.textContent ?? "").trimEnd()}\n\`\`\`\n\n`;
  if (tagName === "CODE") return `\`${node.textContent}\``;
  if (classList.contains("mention")) return `@[${(node.textContent ?? "").slice(1)}]`;
  if (classList.contains("term")) return inside();
  if (classList.contains("spoiler")) return spoilerOf(inside());
  if (tagName === "A") return `[${inside()}](${node.getAttribute("href")})`;
  if (tagName === "LI") return `\n- ${inside().trim()}`;
  const mark = around[tagName];
  if (mark && node.textContent?.trim()) return mark + inside() + mark;
  return blocks.test(tagName) ? `\n\n${inside()}\n\n` : inside();
}

/** What was hidden stays hidden where it is quoted. */
function spoilerOf(words: string): string {
  const bare = words.trim();
  return bare.includes("\n") ? `\n\n|||\n${bare}\n|||\n\n` : `||${bare}||`;
}
