/** Puts words where the cursor stands, over what is selected, so that undo still works and whoever listens for typing hears it. */
export function insertAtCursor(field: HTMLTextAreaElement, words: string): void {
  field.focus();
  const { selectionStart, selectionEnd } = field;
  // The one way that keeps the browser's own undo; where it is gone, the words still arrive.
  if (document.execCommand?.("insertText", false, words)) return;
  field.setRangeText(words, selectionStart, selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
