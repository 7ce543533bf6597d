const alike = [
  "font",
  "letterSpacing",
  "wordSpacing",
  "lineHeight",
  "padding",
  "border",
  "boxSizing",
  "textAlign",
  "textIndent",
  "tabSize",
  "direction",
] as const;

/** Where in the window a letter of a field stands: browsers do not say, so the text is laid out once more beside it, unseen. */
export function caretBox(area: HTMLTextAreaElement, at: number): { left: number; top: number; bottom: number } {
  const mirror = document.createElement("div");
  const style = getComputedStyle(area);
  for (const name of alike) mirror.style[name] = style[name];
  Object.assign(mirror.style, {
    position: "fixed",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    width: `${area.offsetWidth}px`,
    insetBlockStart: "0",
    left: "0",
  });
  mirror.dir = area.dir;
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  mirror.append(area.value.slice(0, at), mark, area.value.slice(at));
  document.body.append(mirror);
  const box = area.getBoundingClientRect();
  const found = mark.getBoundingClientRect();
  mirror.remove();
  const top = Math.min(Math.max(box.top + found.top - area.scrollTop, box.top), box.bottom);
  return { left: box.left + found.left, top, bottom: Math.min(top + found.height, box.bottom) };
}
