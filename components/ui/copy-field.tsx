"use client";
import { useEffect, useId, useRef, useState } from "react";
import { buttonClass } from "./button";

type Props = { label: string; value: string; copyLabel: string; copiedLabel: string; hint?: string };

export function CopyField({ label, value, copyLabel, copiedLabel, hint }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [ready, setReady] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setReady(true), []);

  async function copy() {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // The text is selected: copying by keyboard still works.
    }
  }

  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="copyfield">
        <input
          ref={input}
          id={id}
          className="input"
          readOnly
          value={value}
          dir="ltr"
          onFocus={(event) => event.target.select()}
        />
        {ready ? (
          <button type="button" className={buttonClass({})} onClick={copy}>
            {copied ? copiedLabel : copyLabel}
          </button>
        ) : null}
      </div>
      <span className="vh" role="status">
        {copied ? copiedLabel : ""}
      </span>
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
}
