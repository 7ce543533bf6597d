"use client";

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { ImagePlus } from "@/components/ui/icons";
import { picturesIn } from "./picture-files";

const PictureLines = lazy(() => import("./picture-lines"));

export type PictureWords = {
  add: string;
  hint: string;
  hintPlain: string;
  list: string;
  waiting: string;
  working: string;
  arrived: string;
  stopped: string;
  cancel: string;
  again: string;
  dismiss: string;
  alt: string;
  altHint: string;
  altForAll: string;
  broke: string;
  unanswered: string;
  stillGoing: string;
  tooMany: string;
  tooLarge: string;
};

type Props = {
  /** The id of the text they go into. */
  field: string;
  action: string;
  most: number;
  words: PictureWords;
};

const types = "image/png,image/jpeg,image/webp,image/gif,image/avif";

/**
 * Pictures for a text: chosen, dropped or pasted. Without scripts the same field sends them with the form. What does the work
 * is loaded with the first picture.
 */
export function PicturesField({ field, action, most, words }: Props): ReactNode {
  const [ready, setReady] = useState(false);
  const [taken, setTaken] = useState<{ files: File[] }>();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const text = document.getElementById(field);
    // Parts are sent with a checksum, which browsers make on safe origins only; elsewhere the form sends them.
    if (!text || !crypto.subtle) return;
    setReady(true);
    const take = (event: Event, data: DataTransfer | null) => {
      const files = picturesIn(data);
      if (files.length === 0) return;
      event.preventDefault();
      setTaken({ files });
    };
    const pasted = (event: ClipboardEvent) => take(event, event.clipboardData);
    const dropped = (event: DragEvent) => {
      text.removeAttribute("data-dropping");
      take(event, event.dataTransfer);
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      text.setAttribute("data-dropping", "");
    };
    const left = () => text.removeAttribute("data-dropping");
    text.addEventListener("paste", pasted);
    text.addEventListener("drop", dropped);
    text.addEventListener("dragover", over);
    text.addEventListener("dragleave", left);
    return () => {
      text.removeEventListener("paste", pasted);
      text.removeEventListener("drop", dropped);
      text.removeEventListener("dragover", over);
      text.removeEventListener("dragleave", left);
    };
  }, [field]);

  function chosen() {
    if (!ready || !input.current) return;
    setTaken({ files: [...(input.current.files ?? [])] });
    // They are on their way already; the form does not send them again.
    input.current.value = "";
  }

  return (
    <div className="pictures">
      <label className={ready ? "btn sec sm" : "label"}>
        {ready ? <ImagePlus className="i" aria-hidden /> : null}
        {words.add}
        <input
          ref={input}
          type="file"
          name="pictures"
          accept={types}
          multiple
          className={ready ? "vh" : "input"}
          aria-describedby={`${field}-pictures`}
          onChange={chosen}
        />
      </label>
      <span className="hint" id={`${field}-pictures`}>
        {ready ? words.hint : words.hintPlain}
      </span>
      <noscript>
        <label className="field">
          <span className="label">{words.altForAll}</span>
          <input name="alt" className="input" maxLength={300} dir="auto" />
          <span className="hint">{words.altHint}</span>
        </label>
      </noscript>
      {taken ? (
        <Suspense fallback={<p className="meta">{words.waiting}</p>}>
          <PictureLines taken={taken} {...{ field, action, most, words }} />
        </Suspense>
      ) : null}
    </div>
  );
}
