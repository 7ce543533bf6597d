"use client";

import { useEffect, useRef } from "react";
import type { Choice, Two } from "./use-draft";

export type TwoWords = Readonly<
  Record<
    | "twoTitle"
    | "twoText"
    | "goneTitle"
    | "goneText"
    | "here"
    | "there"
    | "keepThis"
    | "takeThat"
    | "takeBoth"
    | "clear",
    string
  >
>;

/** What this window and another one hold, side by side, until somebody chooses. */
export function TwoDrafts({ two, words, choose }: { two: Two; words: TwoWords; choose: (choice: Choice) => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which would be taken for a way to clean up.
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const { mine, theirs } = two;
  return (
    <section className="two" role="alert" ref={box}>
      <b>{theirs ? words.twoTitle : words.goneTitle}</b>
      <p className="quiet">{theirs ? words.twoText : words.goneText}</p>
      {theirs ? (
        <div className="sides">
          {(
            [
              [words.here, mine],
              [words.there, theirs],
            ] as const
          ).map(([label, { title, text }]) => (
            <figure key={label}>
              <figcaption className="label">{label}</figcaption>
              <div className="words" dir="auto">
                {title ? <b>{title}</b> : null}
                <p>{text}</p>
              </div>
            </figure>
          ))}
        </div>
      ) : null}
      <div className="row">
        <button type="button" className="btn sec sm" onClick={() => choose("mine")}>
          {words.keepThis}
        </button>
        <button type="button" className="btn sec sm" onClick={() => choose("theirs")}>
          {theirs ? words.takeThat : words.clear}
        </button>
        {theirs ? (
          <button type="button" className="btn qui sm" onClick={() => choose("both")}>
            {words.takeBoth}
          </button>
        ) : null}
      </div>
    </section>
  );
}
