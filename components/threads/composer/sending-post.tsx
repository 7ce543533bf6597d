"use client";

import { useEffect, useRef } from "react";
import { Avatar, type Person } from "../../ui/avatar";

/** What was just sent, at the end of the thread, until the real one stands there. As it was typed: only the server draws it. */
export function SendingPost({ me, text, label }: { me: Person; text: string; label: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which would be taken for a way to clean up.
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <article className="sending" ref={box} aria-label={label}>
      <Avatar {...me} size={44} />
      <b>{me.name}</b>
      <span className="when" role="status">
        {label}
      </span>
      <p dir="auto">{text}</p>
    </article>
  );
}
