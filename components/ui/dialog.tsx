"use client";
import { type ReactNode, useId, useRef } from "react";
import { X } from "@/components/ui/icons";
import { type ButtonKind, buttonClass } from "./button";

type Props = {
  trigger: ReactNode;
  /** The page that does the same, for whoever has no JavaScript or opens it in a new tab. */
  href: string;
  title: string;
  closeLabel: string;
  children: ReactNode;
  kind?: ButtonKind;
  small?: boolean;
  wide?: boolean;
  triggerClass?: string;
};

export function Dialog({ trigger, href, title, closeLabel, children, kind, small, wide, triggerClass }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <a
        href={href}
        className={triggerClass ?? buttonClass({ kind, small })}
        aria-haspopup="dialog"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          dialog.current?.showModal();
        }}
      >
        {trigger}
      </a>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; this is the click beside it */}
      <dialog
        ref={dialog}
        className={wide ? "dialog wide" : "dialog"}
        aria-labelledby={id}
        onClick={(event) => event.target === dialog.current && dialog.current.close()}
      >
        <div className="in">
          <div className="dhead">
            <h2 className="h3" id={id}>
              {title}
            </h2>
            <button type="button" className="iconbtn" aria-label={closeLabel} onClick={() => dialog.current?.close()}>
              <X className="i" aria-hidden />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
