"use client";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type ButtonKind, buttonClass } from "./button";
import { ErrorSummary } from "./error-summary";
import { Refused } from "./form-state";
import { type Returned, returnedTo } from "./returned";
import { type Answer, go, send } from "./send";
import { keepToast, showToast } from "./toast-store";

export type FormWords = {
  /** On the button while the form is on its way. */
  sending: string;
  /** The line dropped: what happened, what was kept, what to do. */
  unsent: string;
  unsentKept: string;
  again: string;
};

export type FormProps = {
  action: string;
  /** Minted with the page: the same key makes a second sending the same act. */
  formKey: string;
  words: FormWords;
  children?: ReactNode;
  /** Left out when the children bring their own buttons. */
  submitLabel?: string;
  submitKind?: ButtonKind;
  submitSmall?: boolean;
  submitWide?: boolean;
  /** Beside the button: who will see it, a way back. */
  beside?: ReactNode;
  returned?: Returned;
  files?: boolean;
  className?: string;
  label?: string;
  id?: string;
  /** Before it is sent; it waits for this. */
  onSending?: (form: HTMLFormElement) => void | Promise<void>;
  /** What came of it. @returns true when that was all that is to be done about it */
  onAnswer?: (answer: Answer, form: HTMLFormElement) => boolean | undefined;
};

type State = { message?: string; fields?: Record<string, string>; unsent?: boolean; tries: number };

export function Form(props: FormProps) {
  const { action, formKey, words, children, files } = props;
  const returned = returnedTo(action, props.returned);
  const [pending, setPending] = useState(false);
  const [renewed, setRenewed] = useState<{ minted: string; key: string }>();
  const [state, setState] = useState<State>({ message: returned?.message, tries: 0 });
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const busy = useRef(false);

  // A refusal that came with the page is focused too, or nobody would hear it.
  useEffect(() => {
    if (!form.current || (!state.message && !state.unsent)) return;
    if (state.fields) mark(form.current, state.fields);
    summary.current?.focus();
  }, [state]);

  useEffect(() => {
    const back = (event: PageTransitionEvent) => event.persisted && release();
    window.addEventListener("pageshow", back);
    return () => window.removeEventListener("pageshow", back);
  });

  function release() {
    busy.current = false;
    setPending(false);
  }

  function renewKey() {
    // Only pages from a safe origin can mint one here; elsewhere the key comes with the next page.
    if (crypto.randomUUID) setRenewed({ minted: formKey, key: crypto.randomUUID() });
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const sent = event.currentTarget;
    const { submitter } = event.nativeEvent as SubmitEvent;
    await props.onSending?.(sent);
    const answer = await send(sent, submitter);
    const handled = props.onAnswer?.(answer, sent);
    if (answer.kind === "done" && handled) {
      renewKey();
      setState({ fields: {}, tries: 0 });
    } else if (answer.kind === "done") {
      if (answer.location) {
        keepToast(answer.message);
        return go(answer.location);
      }
      renewKey();
      showToast(answer.message);
      setState({ fields: {}, tries: 0 });
    } else if (answer.kind === "refused") {
      // The key stands for another content already: sending once more means sending it as new.
      if (answer.spent) renewKey();
      setState(({ tries }) => ({ message: answer.message, fields: answer.fields, tries: tries + 1 }));
    } else setState(({ tries }) => ({ fields: {}, unsent: true, tries: tries + 1 }));
    release();
  }

  return (
    <form
      ref={form}
      id={props.id}
      action={action}
      method="post"
      encType={files ? "multipart/form-data" : undefined}
      className={props.className ?? "form"}
      aria-label={props.label}
      data-pending={pending || undefined}
      onSubmit={submit}
    >
      <input type="hidden" name="key" value={renewed?.minted === formKey ? renewed.key : formKey} />
      {returned?.page ? <input type="hidden" name="returned-to" value={returned.page} /> : null}
      {state.unsent ? (
        <ErrorSummary title={words.unsent} focusRef={summary} key={state.tries}>
          {words.unsentKept ? <p className="quiet">{words.unsentKept}</p> : null}
          <div className="row">
            <button type="submit" className="btn sec sm">
              {words.again}
            </button>
          </div>
        </ErrorSummary>
      ) : state.message ? (
        <ErrorSummary
          title={state.message}
          fields={state.fields ?? returned?.fields}
          focusRef={summary}
          key={state.tries}
          idOf={(name) => idOf(form.current, name)}
        />
      ) : null}
      <Refused value={state.fields}>{children}</Refused>
      {props.submitLabel ? (
        <div className="acts">
          <button
            type="submit"
            aria-disabled={pending || undefined}
            className={buttonClass({
              kind: props.submitKind ?? "pri",
              small: props.submitSmall,
              wide: props.submitWide,
            })}
          >
            {pending ? words.sending : props.submitLabel}
          </button>
          {props.beside}
        </div>
      ) : null}
    </form>
  );
}

function controls(form: HTMLFormElement | null) {
  return [...(form?.elements ?? [])] as HTMLInputElement[];
}

function idOf(form: HTMLFormElement | null, name: string) {
  return controls(form).find((control) => control.name === name)?.id || `f-${name}`;
}

function mark(form: HTMLFormElement, fields: Record<string, string>) {
  for (const control of controls(form)) {
    if (fields[control.name]) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}
