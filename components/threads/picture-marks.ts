import { insertAtCursor } from "./insert";

/** How many pictures a text shows. */
export const held = (text: string) => (text.match(/!\[[^\]]*\]\(\/files\//g) ?? []).length;

/** Puts a picture into a text, in a paragraph of its own. Who is writing elsewhere meanwhile stays there. */
export function place(text: HTMLTextAreaElement, address: string): void {
  const before = text.value.slice(0, text.selectionStart);
  const space = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const mark = `${space}![](${address})\n\n`;
  const elsewhere = document.activeElement;
  const typing = elsewhere !== text && elsewhere instanceof HTMLInputElement && elsewhere.type === "text";
  if (typing) put(text, mark, text.selectionStart, text.selectionEnd);
  else insertAtCursor(text, mark);
}

/** Writes what a picture shows into its mark; signs that would end it become spaces. */
export function sayWhat(text: HTMLTextAreaElement | null, address: string, alt: string): void {
  const end = text?.value.indexOf(`](${address})`) ?? -1;
  if (!text || end < 0) return;
  const start = text.value.lastIndexOf("![", end);
  if (start >= 0) put(text, `![${alt.replace(/[[\]\\\n]/g, " ")}`, start, end);
}

function put(text: HTMLTextAreaElement, words: string, from: number, to: number): void {
  text.setRangeText(words, from, to, from === to ? "end" : "preserve");
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
