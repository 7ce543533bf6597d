// Pure: what a button of the toolbar makes of a text and a selection in it.

export const formats = ["bold", "italic", "link", "quote", "code", "list", "spoiler"] as const;
export type Format = (typeof formats)[number];

/** What to put between `from` and `to`, and what is selected afterwards. */
export interface Change {
  from: number;
  to: number;
  text: string;
  select: [number, number];
}

const marks = { bold: "**", italic: "_", code: "`", spoiler: "||" } as const;
const heads = { quote: "> ", list: "- " } as const;

export function format(kind: Format, text: string, start: number, end: number): Change {
  if (kind === "link") return asLink(text, start, end);
  if (kind === "quote" || kind === "list") return lines(heads[kind], text, start, end);
  if (kind === "code" && text.slice(start, end).includes("\n")) return fenced(text, start, end);
  return wrapped(marks[kind], text, start, end);
}

/** Puts marks around, or takes them away where they stand already. */
function wrapped(mark: string, text: string, start: number, end: number): Change {
  // Spaces at the edges stay outside: a mark beside one is no mark.
  const chosen = text.slice(start, end);
  const from = start + (chosen.length - chosen.trimStart().length);
  const to = Math.max(from, end - (chosen.length - chosen.trimEnd().length));
  const inner = text.slice(from, to);
  const size = mark.length;
  if (inner && text.slice(from - size, from) === mark && text.slice(to, to + size) === mark)
    return { from: from - size, to: to + size, text: inner, select: [from - size, to - size] };
  return { from, to, text: `${mark}${inner}${mark}`, select: [from + size, from + size + inner.length] };
}

const address = /^https?:\/\/\S+$/;

function asLink(text: string, start: number, end: number): Change {
  const chosen = text.slice(start, end);
  if (address.test(chosen)) return { from: start, to: end, text: `[](${chosen})`, select: [start + 1, start + 1] };
  const at = start + chosen.length + 3;
  return { from: start, to: end, text: `[${chosen}](https://)`, select: [at, at + "https://".length] };
}

function lines(head: string, text: string, start: number, end: number): Change {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", Math.max(end - (end > start && text[end - 1] === "\n" ? 1 : 0), start));
  const to = next === -1 ? text.length : next;
  const all = text.slice(from, to).split("\n");
  const there = all.every((line) => line.startsWith(head));
  const changed = all.map((line) => (there ? line.slice(head.length) : `${head}${line}`)).join("\n");
  const at = from + changed.length;
  return { from, to, text: changed, select: start === end ? [at, at] : [from, at] };
}

function fenced(text: string, start: number, end: number): Change {
  const inner = text.slice(start, end).replace(/^\n+|\n+$/g, "");
  const before = start === 0 || text[start - 1] === "\n" ? "```\n" : "\n```\n";
  const at = start + before.length;
  return { from: start, to: end, text: `${before}${inner}\n\`\`\`\n`, select: [at, at + inner.length] };
}
