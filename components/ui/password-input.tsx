"use client";
import { type ComponentProps, useEffect, useState } from "react";

type Props = ComponentProps<"input"> & { show: string; hide: string };

export function PasswordInput({ show, hide, ...rest }: Props) {
  const [shown, setShown] = useState(false);
  // Without JavaScript the button could do nothing, so it is not drawn.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <span className="reveal">
      <input {...rest} type={shown ? "text" : "password"} className="input" spellCheck={false} autoCapitalize="off" />
      {ready ? (
        <button type="button" aria-controls={rest.id} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? hide : show}
        </button>
      ) : null}
    </span>
  );
}
