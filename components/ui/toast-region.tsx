"use client";
import { useEffect, useRef, useState } from "react";
import { X } from "@/components/ui/icons";
import { listenForToasts, type ToastMessage } from "./toast-store";

const STAYS_MS = 7000;

/** One at a time, bottom centre; stays while hovered or focused. Nothing that matters is said only here. */
export function ToastRegion({ closeLabel }: { closeLabel: string }) {
  const [message, setMessage] = useState<ToastMessage>();
  const timer = useRef<number>(undefined);
  const hold = () => window.clearTimeout(timer.current);
  const letGo = () => {
    hold();
    timer.current = window.setTimeout(() => setMessage(undefined), STAYS_MS);
  };
  useEffect(() => listenForToasts(setMessage), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts again with each message
  useEffect(() => {
    if (message) letGo();
    return hold;
  }, [message]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {message ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it from leaving
        <div className="toast" onMouseEnter={hold} onMouseLeave={letGo} onFocus={hold} onBlur={letGo}>
          <span>{message.text}</span>
          {message.action ? <a href={message.action.href}>{message.action.label}</a> : null}
          <button type="button" aria-label={closeLabel} onClick={() => setMessage(undefined)}>
            <X className="i" aria-hidden />
          </button>
        </div>
      ) : null}
    </div>
  );
}
