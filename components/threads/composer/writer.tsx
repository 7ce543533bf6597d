"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Eye, Pencil } from "@/components/ui/icons";
import { usePreview } from "./preview";
import { applyFormat, shortcuts, Toolbar, type ToolbarWords } from "./toolbar";

export type WriterWords = ToolbarWords & {
  readonly preview: string;
  readonly previewOff: string;
  readonly previewEmpty: string;
  readonly previewFailed: string;
};

type Props = {
  /** The id of the field it is about. */
  field: string;
  words: WriterWords;
  /** Where what was typed is drawn. */
  action: string;
  /** Drawn already, where it was asked for without a script. */
  drawn?: string;
  lang: string;
  /** Further buttons of the toolbar. */
  extras?: ReactNode;
  children: ReactNode;
};

/** Around the field: its toolbar and keys, and the preview beside it or, where that is too narrow, in its place. */
export function Writer({ field, words, action, drawn, lang, extras, children }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(drawn !== undefined);
  const { html, failed } = usePreview(area, action, shown, drawn);

  function pressed(event: KeyboardEvent<HTMLDivElement>) {
    const typing = event.target as HTMLTextAreaElement;
    if (typing.tagName !== "TEXTAREA" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      return typing.form?.requestSubmit();
    }
    const kind = event.shiftKey ? undefined : shortcuts[event.key.toLowerCase()];
    if (!kind) return;
    event.preventDefault();
    applyFormat(typing, kind);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside
    <div className="writer" ref={area} data-preview={shown || undefined} onKeyDown={pressed}>
      {children}
      <div className="pane" hidden={!shown}>
        {failed ? <p className="quiet">{words.previewFailed}</p> : null}
        {html ? (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through
          <div className="txt prose" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
        ) : (
          <p className="quiet">{words.previewEmpty}</p>
        )}
      </div>
      <div className="tools">
        <Toolbar field={field} words={words}>
          {extras}
        </Toolbar>
        <button type="button" className="btn qui sm" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <Pencil className="i" aria-hidden /> : <Eye className="i" aria-hidden />}
          {shown ? words.previewOff : words.preview}
        </button>
      </div>
    </div>
  );
}
