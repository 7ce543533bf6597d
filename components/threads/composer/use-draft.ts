"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { forgetHere, keepHere, keptHere, type Written } from "./kept-here";
import { type DraftPlace, inKeeping, type Kept, save } from "./save";

/** Saved once somebody rests this long. Milliseconds. */
const rest = 1_200;
/** What could not be saved is tried again after this long, and each time twice as long up to the last. Milliseconds. */
const again = { first: 3_000, last: 60_000 };

export type Two = { mine: Written; theirs: Kept | null };
export type Choice = "mine" | "theirs" | "both";

const same = (a: Written, b: Written) => a.text === b.text && a.title === b.title && a.answers === b.answers;
const empty = (written: Written) => written.text.trim() === "" && written.title.trim() === "";

const field = (form: HTMLFormElement | null | undefined, name: string) =>
  form?.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null;

export interface Drafted {
  place: DraftPlace;
  /** What the server had kept when it drew the page. */
  known: Kept;
  /** What stands there without a draft, which needs no keeping. */
  original: string;
  /** A draft that went on from something else: to be chosen, or not. */
  aside?: Kept;
}

/**
 * Keeps what is written in the form inside `area`: at once in this browser, after a rest on the server. What another window
 * kept is never overwritten: `two` holds both until somebody chooses.
 */
export function useDraft(area: RefObject<HTMLElement | null>, { place, known, original, aside }: Drafted) {
  const [state, setState] = useState<"" | "saving" | "saved" | "here">(known.revision > 0 ? "saved" : "");
  const [two, setTwo] = useState<Two>();
  const at = useRef({ revision: known.revision, last: known as Written, busy: undefined as Promise<void> | undefined });
  /** Both are held back until somebody has chosen; and what is on its way is not saved beside it. */
  const held = useRef({ choosing: false, onItsWay: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wait = useRef(again.first);
  const here = `${place.kind}.${place.place}`;
  const form = () => area.current?.querySelector("form");

  /** What stands in the form now; of a form that is not there any more everything is empty, which must never be saved. */
  function read(): Written {
    const of = (name: string) => field(form(), name)?.value ?? "";
    return { text: of("text"), title: of("title"), answers: of("answers") };
  }

  function put({ text, title }: Written) {
    const words = field(form(), "text");
    if (words) words.value = text;
    const name = field(form(), "title");
    if (name) name.value = title;
    words?.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }

  /** What needs no keeping is kept as nothing. */
  const worth = (written: Written): Written =>
    written.text === original ? { ...written, text: "", answers: "" } : written;

  /** `last`: what was written, of a form that is about to go. */
  async function flush(leaving = false, last?: Written) {
    clearTimeout(timer.current);
    await at.current.busy;
    if (!last && !form()) return;
    const written = last ?? read();
    if (held.current.choosing || held.current.onItsWay || same(written, at.current.last)) return;
    if (empty(worth(written)) && at.current.revision === 0) {
      at.current.last = written;
      forgetHere(place.person, here);
      return setState("");
    }
    setState("saving");
    at.current.busy = keep(written, leaving);
    await at.current.busy;
    at.current.busy = undefined;
  }

  async function keep(written: Written, leaving: boolean) {
    const answer = await save(place, worth(written), at.current.revision, leaving);
    if (answer.kind === "saved") {
      wait.current = again.first;
      at.current = { ...at.current, revision: answer.revision, last: written };
      // Whoever signed out meanwhile had it forgotten here: that it was saved brings nothing back.
      const kept = keptHere(place.person, here);
      if (kept && same(kept, written))
        keepHere(place.person, here, { ...written, revision: answer.revision, saved: true });
      return setState(answer.revision > 0 ? "saved" : "");
    }
    setState("here");
    if (answer.kind === "other") {
      held.current.choosing = true;
      setTwo({ mine: written, theirs: answer.theirs });
    } else if (form()) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), wait.current);
      wait.current = Math.min(2 * wait.current, again.last);
    }
  }

  function typed() {
    held.current.onItsWay = false;
    const kept = keepHere(place.person, here, { ...read(), revision: at.current.revision, saved: false });
    if (kept) setState((before) => (before === "saved" ? "here" : before));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), rest);
  }

  /** Both were seen: what is chosen goes on from the other's saving. */
  function choose(choice: Choice) {
    if (!two) return;
    const { theirs } = two;
    const mine = read();
    held.current.choosing = false;
    setTwo(undefined);
    at.current = {
      ...at.current,
      revision: theirs?.revision ?? 0,
      last: theirs ?? { text: "", title: "", answers: "" },
    };
    if (choice === "theirs") put(theirs ?? { text: original, title: "", answers: "" });
    if (choice === "both" && theirs)
      put({ ...mine, text: `${theirs.text}\n\n${mine.text}`, title: mine.title || theirs.title });
    typed();
    void flush();
  }

  /** The page may be an older one, come back to from another: the server is asked for what it kept since. */
  async function catchUp() {
    const kept = await inKeeping(place).catch(() => null);
    if (!kept || !same(read(), known)) return;
    at.current = { ...at.current, revision: kept.revision, last: kept };
    put(kept);
    clearTimeout(timer.current);
    keepHere(place.person, here, { ...kept, saved: true });
    setState("saved");
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place; the functions read what is now
  useEffect(() => {
    const kept = keptHere(place.person, here);
    const shown = read();
    if (aside) {
      held.current.choosing = true;
      setTwo({ mine: shown, theirs: aside });
    } else if (kept && !kept.saved && !same(kept, shown) && !empty(worth(kept))) {
      if (kept.revision === at.current.revision) put(kept);
      else {
        held.current.choosing = true;
        put(kept);
        setTwo({ mine: kept, theirs: known.revision > 0 ? known : null });
      }
    } else if (!same(shown, known)) typed();
    else if (kept?.saved && kept.revision > known.revision) void catchUp();
    const leave = () => {
      if (document.visibilityState === "hidden") void flush(true);
    };
    const back = () => void flush();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("online", back);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("online", back);
    };
  }, [here]);

  // Of layout: then what was written can still be read, and what is on its way there is waited for without the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place
  useLayoutEffect(
    () => () => {
      if (form()) void flush(true, read());
    },
    [here],
  );

  return {
    state,
    two,
    typed,
    choose,
    /** Before it is sent: nothing is saved any more, and the form says which saving goes with it. */
    async sending() {
      clearTimeout(timer.current);
      held.current.onItsWay = true;
      const words = field(form(), "text");
      if (words) words.readOnly = true;
      await at.current.busy;
      const revision = field(form(), "draft");
      if (revision) revision.value = String(at.current.revision);
    },
    /** It arrived, and the server has forgotten the draft with it; or it did not, and it is kept as before. */
    sent(arrived: boolean) {
      const words = field(form(), "text");
      if (words) words.readOnly = false;
      if (!arrived) {
        // Whether it arrived is not known: the server keeps it again once somebody writes on.
        keepHere(place.person, here, { ...read(), revision: at.current.revision, saved: false });
        return setState("here");
      }
      held.current = { choosing: false, onItsWay: false };
      forgetHere(place.person, here);
      at.current = { revision: 0, last: read(), busy: undefined };
      setState("");
      setTwo(undefined);
    },
  };
}
