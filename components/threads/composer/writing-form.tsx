"use client";

import { type ReactNode, useRef } from "react";
import { Form, type FormProps } from "../../ui/form";
import { DraftRevision } from "./draft-revision";
import { DraftState, type StateWords, useOffline } from "./draft-state";
import { TwoDrafts, type TwoWords } from "./two-drafts";
import { type Drafted, useDraft } from "./use-draft";

export type DraftWords = StateWords & TwoWords & Readonly<Record<"notSent" | "tryAgain", string>>;

export type DraftProps = Drafted & {
  /** All that this person has begun. */
  all: string;
  words: DraftWords;
};

type Props = Pick<FormProps, "action" | "formKey" | "words" | "returned" | "submitLabel" | "beside" | "className"> & {
  draft: DraftProps;
  children: ReactNode;
};

/** A failed sending says so in one sentence and is repeated by one click, with the same key. */
export function useUnsentWords(words: FormProps["words"], draft: DraftWords): FormProps["words"] {
  const offline = useOffline();
  return { ...words, unsent: offline ? draft.offline : draft.notSent, unsentKept: "", again: draft.tryAgain };
}

/** A form for words that are kept while they are written: a thread, another wording of a post. */
export function WritingForm({ draft, children, words, ...form }: Props) {
  const area = useRef<HTMLDivElement>(null);
  const kept = useDraft(area, draft);
  return (
    <div className="writing" ref={area} onInput={kept.typed}>
      <Form
        {...form}
        words={useUnsentWords(words, draft.words)}
        files
        onSending={kept.sending}
        onAnswer={({ kind }) => {
          kept.sent(kind === "done");
          return undefined;
        }}
      >
        {children}
        {kept.two ? <TwoDrafts two={kept.two} words={draft.words} choose={kept.choose} /> : null}
        <DraftRevision first={draft.known.revision} />
        <DraftState state={kept.state} words={draft.words} drafts={draft.all} />
      </Form>
    </div>
  );
}
