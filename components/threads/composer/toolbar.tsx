"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Bold, Code, EyeOff, Italic, Link2, List, Quote } from "@/components/ui/icons";
import { insertAtCursor } from "../insert";
import { type Format, format, formats } from "./format";

const icons = { bold: Bold, italic: Italic, link: Link2, quote: Quote, code: Code, list: List, spoiler: EyeOff };
export const shortcuts: Readonly<Record<string, Format>> = { b: "bold", i: "italic", k: "link" };
const keyOf: Partial<Record<Format, string>> = { bold: "Control+B", italic: "Control+I", link: "Control+K" };

export type ToolbarWords = Readonly<Record<Format | "toolbar", string>>;

/** Changes the words as one edit, so that undo takes it back in one step. */
export function applyFormat(field: HTMLTextAreaElement, kind: Format) {
  const change = format(kind, field.value, field.selectionStart, field.selectionEnd);
  field.focus();
  field.setSelectionRange(change.from, change.to);
  insertAtCursor(field, change.text);
  field.setSelectionRange(...change.select);
}

/** One stop of the Tab key; arrows, Home and End move within. `children` are further buttons, of pictures and emoji. */
export function Toolbar({ field, words, children }: { field: string; words: ToolbarWords; children?: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);

  const buttons = () => [...(bar.current?.querySelectorAll<HTMLElement>("button") ?? [])];

  // The further buttons know nothing of the bar they stand in.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when all of them stand there
  useEffect(() => {
    for (const button of buttons().slice(1)) button.tabIndex = -1;
  }, []);

  function rove(event: KeyboardEvent<HTMLDivElement>) {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const back = getComputedStyle(event.currentTarget).direction === "rtl";
    const step = { ArrowRight: back ? -1 : 1, ArrowLeft: back ? 1 : -1 }[event.key];
    const to = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : step ? at + step : -1;
    if (at === -1 || !all[to]) return;
    event.preventDefault();
    for (const button of all) button.tabIndex = -1;
    all[to].tabIndex = 0;
    all[to].focus();
  }

  return (
    <div className="toolbar" role="toolbar" aria-label={words.toolbar} aria-controls={field} ref={bar} onKeyDown={rove}>
      {formats.map((kind, n) => {
        const Icon = icons[kind];
        return (
          <button
            key={kind}
            type="button"
            className="iconbtn"
            aria-label={words[kind]}
            aria-keyshortcuts={keyOf[kind]}
            title={words[kind]}
            tabIndex={n === 0 ? 0 : -1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => applyFormat(document.getElementById(field) as HTMLTextAreaElement, kind)}
          >
            <Icon className="i" aria-hidden />
          </button>
        );
      })}
      {children}
    </div>
  );
}
