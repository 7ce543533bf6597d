"use client";

import { useEffect, useId, useRef, useState } from "react";
import { forget, NotSent, type Sending, upload } from "../ui/upload";
import { held, place, sayWhat } from "./picture-marks";
import type { PictureWords } from "./pictures-field";

const mostBytes = 20_000_000;

type Line = Sending & {
  readonly id: number;
  state: "waiting" | "going" | "arrived" | "stopped";
  /** From 0 to 1. */
  share: number;
  address?: string;
  message?: string;
  /** Trying again cannot help. */
  final?: boolean;
  stop?: AbortController;
};

type Props = {
  taken: { files: File[] };
  field: string;
  action: string;
  most: number;
  words: PictureWords;
};

const textOf = (field: string) => document.getElementById(field) as HTMLTextAreaElement | null;

/** A line for each picture: how far it is, and what can be done about it. One goes at a time, so that they arrive in their order. */
export default function PictureLines({ taken, field, action, most, words }: Props) {
  const lines = useRef<Line[]>([]);
  const next = useRef(1);
  const going = useRef(false);
  const begun = useRef<Props["taken"]>(undefined);
  const [, draw] = useState(0);
  const [told, setTold] = useState("");
  const change = () => draw((n) => n + 1);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was newly taken begins
  useEffect(() => {
    if (begun.current === taken) return;
    begun.current = taken;
    const text = textOf(field)?.value ?? "";
    lines.current = lines.current.filter(({ state, address }) => state !== "arrived" || text.includes(address!));
    const open = lines.current.filter(({ state }) => state === "waiting" || state === "going").length;
    let room = most - held(text) - open;
    setTold(taken.files.length > room ? words.tooMany : "");
    for (const file of taken.files) {
      if (room-- <= 0) break;
      const large = file.size > mostBytes;
      const line: Line = { id: next.current++, file, state: large ? "stopped" : "waiting", share: 0 };
      lines.current.push(large ? { ...line, message: words.tooLarge, final: true } : line);
    }
    change();
    void work();
  }, [taken]);

  useEffect(() => {
    const form = textOf(field)?.form;
    const sent = (event: SubmitEvent) => {
      if (!lines.current.some(({ state }) => state === "waiting" || state === "going")) return;
      event.preventDefault();
      setTold(words.stillGoing);
    };
    form?.addEventListener("submit", sent);
    return () => form?.removeEventListener("submit", sent);
  }, [field, words]);

  async function work() {
    if (going.current) return;
    going.current = true;
    for (;;) {
      const line = lines.current.find(({ state }) => state === "waiting");
      if (!line) break;
      await send(line);
      change();
    }
    going.current = false;
  }

  async function send(line: Line) {
    line.state = "going";
    line.stop = new AbortController();
    change();
    const progress = (share: number) => {
      line.share = share;
      change();
    };
    try {
      ({ address: line.address } = await upload(line, { action, signal: line.stop.signal, progress }));
      line.state = "arrived";
      const text = textOf(field);
      if (text) place(text, line.address);
      setTold("");
    } catch (error) {
      if (line.stop.signal.aborted) return;
      line.state = "stopped";
      line.message = error instanceof NotSent ? error.message || words.broke : words.unanswered;
    }
  }

  function again(line: Line) {
    line.state = "waiting";
    line.message = undefined;
    change();
    void work();
  }

  function putAway(line: Line) {
    line.stop?.abort();
    if (line.state !== "arrived") forget(line);
    lines.current = lines.current.filter((one) => one !== line);
    change();
    textOf(field)?.focus();
  }

  return (
    <div className="picture-lines">
      <p className="meta" role="status">
        {told}
      </p>
      <ul aria-label={words.list}>
        {lines.current.map((line) => (
          <Shown key={line.id} {...{ line, field, words }} again={() => again(line)} putAway={() => putAway(line)} />
        ))}
      </ul>
    </div>
  );
}

type ShownProps = { line: Line; field: string; words: PictureWords; again: () => void; putAway: () => void };

function Shown({ line, field, words, again, putAway }: ShownProps) {
  const id = useId();
  const { file, state, share, message, address, final } = line;
  const says = {
    waiting: words.waiting,
    going: share < 1 ? percent(share) : words.working,
    arrived: words.arrived,
    stopped: message ?? words.stopped,
  };
  return (
    <li data-state={state}>
      <span className="name" id={id} dir="auto">
        {file.name}
      </span>
      {state === "going" && share < 1 ? <progress value={share} aria-labelledby={id} /> : null}
      <span className="meta" role={state === "going" ? undefined : "status"}>
        {says[state]}
      </span>
      <span className="acts">
        {state === "stopped" && !final ? (
          <button type="button" className="btn sec sm" aria-describedby={id} onClick={again}>
            {words.again}
          </button>
        ) : null}
        <button type="button" className="btn qui sm" aria-describedby={id} onClick={putAway}>
          {state === "waiting" || state === "going" ? words.cancel : words.dismiss}
        </button>
      </span>
      {address ? (
        <label className="field">
          <span className="label">{words.alt}</span>
          <input
            className="input"
            maxLength={300}
            dir="auto"
            aria-describedby={`${id}-alt`}
            onChange={({ currentTarget }) => sayWhat(textOf(field), address, currentTarget.value)}
          />
          <span className="hint" id={`${id}-alt`}>
            {words.altHint}
          </span>
        </label>
      ) : null}
    </li>
  );
}

const percent = (share: number) =>
  new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent" }).format(share);
