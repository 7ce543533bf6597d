"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { ChevronDown, ChevronUp, CornerUpLeft, X } from "@/components/ui/icons";
import type { Person } from "../../ui/avatar";
import { Form, type FormProps } from "../../ui/form";
import { IconButton, IconLink } from "../../ui/icon-button";
import { askToCompose, whenAskedToCompose } from "../compose-event";
import { insertAtCursor } from "../insert";
import { sendingEnded, sendingFrom } from "../own-posts";
import { useArrival } from "./arrival";
import { useDock } from "./dock";
import { DraftRevision } from "./draft-revision";
import { DraftState } from "./draft-state";
import { SendingPost } from "./sending-post";
import { TwoDrafts } from "./two-drafts";
import { useDraft } from "./use-draft";
import { type DraftProps, useUnsentWords } from "./writing-form";

export type ComposerWords = {
  submit: string;
  /** With "{name}" where the name stands. */
  answering: string;
  answerAll: string;
  minimise: string;
  enlarge: string;
  sendingPost: string;
};

type Props = {
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  thread: string;
  /** The address of the thread up to its id, and the page of it that is shown. */
  here: { thread: string; page: number };
  me: Person;
  /** The post it answers; without one, the thread. */
  to?: { id: string; name: string; cancel: string };
  /** Somebody came to answer: it stands open. */
  asked: boolean;
  draft: DraftProps;
  words: ComposerWords;
  beside: ReactNode;
  /** The field with its toolbar and preview. */
  children: ReactNode;
};

const fieldOf = (box: HTMLElement | null) => box?.querySelector("textarea");

/** Docked at the bottom, so that one can read while writing. Small, it is one line; without scripts it is the form at the end. */
export function Composer({ form, thread, here, me, to, asked, draft, words, beside, children }: Props) {
  const dock = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(asked || form.returned !== undefined);
  const [answers, setAnswers] = useState<{ id: string; name: string } | undefined>(to);
  const [sending, setSending] = useState<string>();
  const kept = useDraft(dock, draft);
  const arrived = useCallback(() => setSending(undefined), []);
  const arrive = useArrival(here, arrived);
  useDock(dock);

  useEffect(
    () =>
      whenAskedToCompose(({ answers: id, name, quote }) => {
        const field = fieldOf(dock.current);
        if (!field) return false;
        setAnswers({ id, name });
        setOpen(true);
        field.focus();
        if (!quote) return true;
        field.setSelectionRange(field.value.length, field.value.length);
        insertAtCursor(field, `${field.value.trim() ? "\n\n" : ""}${quote.trimEnd()}\n\n`);
        return true;
      }),
    [],
  );
  useEffect(leadAnswersHere, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post to answer is a change to keep
  useEffect(() => {
    if (answers?.id !== to?.id) kept.typed();
  }, [answers?.id]);
  useEffect(() => {
    if (kept.two) setOpen(true);
  }, [kept.two]);

  function minimise() {
    setOpen(false);
    toggle.current?.focus();
  }

  function pressed(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || !open) return;
    event.preventDefault();
    minimise();
  }

  return (
    <>
      {sending === undefined ? null : <SendingPost me={me} text={sending} label={words.sendingPost} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape makes it small from wherever in it one is */}
      <div
        className="answer dock"
        id="answer"
        ref={dock}
        data-open={open || undefined}
        onInput={kept.typed}
        onKeyDown={pressed}
        onFocus={({ target }) => target.tagName === "TEXTAREA" && setOpen(true)}
      >
        <div className="dockhead">
          {answers ? (
            <p className="answering">
              <CornerUpLeft className="i i-turns" aria-hidden />
              <span>{words.answering.replace("{name}", answers.name)}</span>
              <IconLink
                href={to?.cancel ?? "#answer"}
                label={words.answerAll}
                scroll={false}
                onClick={(event) => {
                  event.preventDefault();
                  setAnswers(undefined);
                  fieldOf(dock.current)?.focus();
                }}
              >
                <X className="i" aria-hidden />
              </IconLink>
            </p>
          ) : null}
          <DraftState state={kept.state} words={draft.words} drafts={draft.all} />
          <IconButton
            ref={toggle}
            label={open ? words.minimise : words.enlarge}
            aria-expanded={open}
            aria-controls="answer-form"
            onClick={() => {
              if (open) return minimise();
              setOpen(true);
              fieldOf(dock.current)?.focus();
            }}
          >
            {open ? <ChevronDown className="i" aria-hidden /> : <ChevronUp className="i" aria-hidden />}
          </IconButton>
        </div>
        <Form
          {...form}
          id="answer-form"
          words={useUnsentWords(form.words, draft.words)}
          submitLabel={words.submit}
          beside={beside}
          files
          onSending={async (sent) => {
            await kept.sending();
            sendingFrom(me.name);
            setSending(fieldOf(sent)?.value);
          }}
          onAnswer={(answer, sent) => {
            if (answer.kind !== "done" || !answer.location) {
              kept.sent(false);
              sendingEnded();
              setSending(undefined);
              return undefined;
            }
            clear(sent);
            kept.sent(true);
            setAnswers(undefined);
            minimise();
            sendingEnded({ thread, position: arrive(answer.location) });
            return true;
          }}
        >
          {kept.two ? <TwoDrafts two={kept.two} words={draft.words} choose={kept.choose} /> : null}
          <input type="hidden" name="thread" value={thread} />
          <input type="hidden" name="answers" value={answers?.id ?? ""} />
          <DraftRevision first={draft.known.revision} />
          {children}
        </Form>
      </div>
    </>
  );
}

/** The fields of a poll as well; what stood there when the page was made is not put back. */
function clear(form: HTMLFormElement) {
  const field = fieldOf(form);
  form.reset();
  if (!field) return;
  field.value = "";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** The links that answer a post ask the composer first; without it, or for a tab of their own, they lead on. */
function leadAnswersHere() {
  const clicked = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-answers]");
    const { answers, name } = link?.dataset ?? {};
    if (!answers || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (askToCompose({ answers, name: name ?? "" })) event.preventDefault();
  };
  document.addEventListener("click", clicked, true);
  return () => document.removeEventListener("click", clicked, true);
}
