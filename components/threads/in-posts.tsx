"use client";
import { useEffect, useRef, useState } from "react";
import { Quote } from "@/components/ui/icons";
import { askToCompose } from "./compose-event";
import { insertAtCursor } from "./insert";
import { quoteOf } from "./quote-markdown";

type Selected = { range: Range; act: HTMLElement; left: number; top: number };

/** The act of quoting that belongs to a selection: all of it lies in the words of one post that may be quoted. */
function selectedIn(selection: Selection | null): Omit<Selected, "left" | "top"> | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: node } = range;
  const words = (node instanceof Element ? node : node.parentElement)?.closest(".post .txt");
  const act = words?.closest(".post")?.querySelector<HTMLElement>("[data-quote]");
  return act && selection.toString().trim() ? { range: range.cloneRange(), act } : undefined;
}

/** Everything that the words of posts do beyond being read: quoting what is selected, and copying code. One listener for all. */
export function InPosts({ quote, copied }: { quote: string; copied: string }) {
  const [selected, setSelected] = useState<Selected>();
  const copying = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    function selecting() {
      const found = selectedIn(document.getSelection());
      if (!found) return setSelected(undefined);
      const { left, bottom } = found.range.getBoundingClientRect();
      setSelected({ ...found, left: Math.max(left, 8) + window.scrollX, top: bottom + window.scrollY + 8 });
    }
    function clicked(event: MouseEvent) {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target as Element;
      const act = target.closest<HTMLElement>("[data-quote]");
      if (act) {
        const found = selectedIn(document.getSelection());
        if (quoting(act, found?.act === act ? found.range : undefined)) event.preventDefault();
      }
      const copy = target.closest<HTMLElement>("[data-copy]");
      if (copy) void copyFrom(copy);
    }
    async function copyFrom(button: HTMLElement) {
      await navigator.clipboard.writeText(button.parentElement?.querySelector("pre")?.textContent ?? "");
      const label = button.textContent;
      if (label !== copied) copying.current = setTimeout(() => button.replaceChildren(label ?? ""), 2_000);
      button.replaceChildren(copied);
    }
    document.addEventListener("selectionchange", selecting);
    // Before the framework follows the link.
    document.addEventListener("click", clicked, true);
    return () => {
      document.removeEventListener("selectionchange", selecting);
      document.removeEventListener("click", clicked, true);
      clearTimeout(copying.current);
    };
  }, [copied]);

  if (!selected) return null;
  return (
    <button
      type="button"
      className="quote-selected"
      style={{ left: selected.left, top: selected.top }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!quoting(selected.act, selected.range)) selected.act.click();
        document.getSelection()?.removeAllRanges();
      }}
    >
      <Quote className="i i-turns" aria-hidden />
      {quote}
    </button>
  );
}

/** To the composer of the page; where there is none, into its plain form. @returns whether either took it */
function quoting(act: HTMLElement, range?: Range): boolean {
  const { quote: answers = "", name = "", address = "" } = act.dataset;
  const words = act.closest(".post")?.querySelector(".txt");
  if (!words) return false;
  const markdown = quoteOf(range ? range.cloneContents() : words, { name, address });
  if (askToCompose({ answers, name, quote: markdown })) return true;
  const field = document.querySelector<HTMLTextAreaElement>("#answer textarea");
  if (!field) return false;
  field.setSelectionRange(field.value.length, field.value.length);
  insertAtCursor(field, field.value.trim() ? `\n\n${markdown}` : markdown);
  return true;
}
