"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";
import { FieldError } from "@/components/ui/field-error";
import { Upload } from "@/components/ui/icons";
import type { Sending } from "@/components/ui/upload";

export type ExportWords = Readonly<
  Record<"file" | "fileHint" | "fileHintPlain" | "drop" | "choose" | "sending" | "stopped" | "stopSending", string>
> & {
  /** Once it is there. */
  readonly sent: string;
};

type Props = { action: string; words: ExportWords; error?: string };
type State = { name: string; share: number; going: boolean; message?: string; fileId?: string };

/** Where a file was going when it stopped: the same file, chosen again, goes on from there. */
const placeOf = (file: File) => `kindling.export.${file.name}.${file.size}.${file.lastModified}`;
function remembered(file: File): string | undefined {
  try {
    return localStorage.getItem(placeOf(file)) ?? undefined;
  } catch {
    return undefined;
  }
}
function remember(file: File, at: string | undefined) {
  try {
    if (at) localStorage.setItem(placeOf(file), at);
    else localStorage.removeItem(placeOf(file));
  } catch {
    // A browser that keeps nothing begins anew.
  }
}

/** An export, chosen or dropped, sent in parts while one looks on. Without scripts the same field sends it with the form. */
export function ExportField({ action, words, error }: Props) {
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<State>();
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController>(undefined);
  // Parts are sent with a checksum, which browsers make on safe origins only.
  useEffect(() => setReady(Boolean(crypto.subtle)), []);
  useEffect(() => () => stop.current?.abort(), []);

  async function send(file: File | undefined) {
    if (!file) return;
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    const name = file.name;
    setState({ name, share: 0, going: true });
    const sending: Sending = { file, at: remembered(file) };
    const { upload, NotSent } = await import("@/components/ui/upload");
    try {
      const progress = (share: number) => {
        remember(file, sending.at);
        setState({ name, share, going: true });
      };
      const { fileId } = await upload(sending, { action, signal: mine.signal, progress });
      remember(file, undefined);
      setState({ name, share: 1, going: false, fileId });
    } catch (problem) {
      if (stop.current !== mine) return;
      const said = problem instanceof NotSent ? problem.message : "";
      setState((before) => ({ name, share: before?.share ?? 0, going: false, message: said || words.stopped }));
    }
  }

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  }

  return (
    <div className="field">
      <span className="label" id="f-sent-label">
        {words.file}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field inside does the same */}
      <div
        className="dropfile"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <Upload className="i" aria-hidden />
        <span className="quiet">{state?.name ?? words.drop}</span>
        <label className={ready ? "btn sec sm" : undefined} htmlFor="f-sent">
          {ready ? words.choose : null}
        </label>
        <input
          id="f-sent"
          type="file"
          className={ready ? "vh" : undefined}
          aria-labelledby="f-sent-label"
          // Sent by itself, it does not go with the form once more.
          name={ready ? undefined : "sent"}
          aria-describedby="f-sent-hint f-sent-error"
          aria-invalid={error ? true : undefined}
          onChange={({ target }) => ready && void send(target.files?.[0])}
        />
        {state?.going ? (
          <span className="row">
            <progress className="progress" max={1} value={state.share} aria-label={words.sending} />
            <button type="button" className="btn qui sm" onClick={() => stop.current?.abort()}>
              {words.stopSending}
            </button>
          </span>
        ) : null}
        <span role="status" className="quiet">
          {state?.fileId ? words.sent : (state?.message ?? (state?.going ? words.sending : ""))}
        </span>
      </div>
      <input type="hidden" name="file" value={state?.fileId ?? ""} />
      <span className="hint" id="f-sent-hint">
        {words.fileHint} <noscript>{words.fileHintPlain}</noscript>
      </span>
      <FieldError id="f-sent-error" name="sent" error={error} />
    </div>
  );
}
