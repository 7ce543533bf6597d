import { useEffect, useRef, useState } from "react";
import type { Who } from "../realtime/follow";
import { type Shown, usePeople } from "../realtime/use-people";
import { Faces } from "../ui/faces";

export type HereWords = {
  /** With # for the number, and for names. */
  here: string;
  writing: string;
  severalWriting: string;
};

/** Somebody who says nothing more for this long has stopped writing; and how often a writer says so. Milliseconds. */
const forgetAfter = 5_000;
const tellEvery = 3_000;
const mostFaces = 5;

export type Here = ReturnType<typeof useHere>;

/** Who is in a space now, and who of them writes. */
export function useHere(url: string | null, space: string) {
  const [who, setWho] = useState<Who>({ ids: [], count: 0 });
  const [writing, setWriting] = useState<Readonly<Record<string, number>>>({});
  const people = usePeople(url, space, [...(who.ids ?? []), ...Object.keys(writing)]);

  useEffect(() => {
    if (Object.keys(writing).length === 0) return;
    const timer = setInterval(() => {
      const alive = Object.entries(writing).filter(([, since]) => Date.now() - since < forgetAfter);
      setWriting(Object.fromEntries(alive));
    }, 1_000);
    return () => clearInterval(timer);
  }, [writing]);

  const named = (ids: readonly string[]): Shown[] => ids.flatMap((id) => people.get(id) ?? []);
  return {
    count: who.count,
    people: named(who.ids ?? []),
    writers: named(Object.keys(writing)).filter(({ me }) => !me),
    onPresence: setWho,
    onTyping: (id: string) => setWriting((before) => ({ ...before, [id]: Date.now() })),
    /** What was said is written no more. */
    onSaid: () => setWriting({}),
  };
}

type Props = { here: Here; words: HereWords; typingUrl?: string | null; thread?: string };

/** One quiet line: how many are here, their faces, and who is writing. */
export function HereNow({ here, words, typingUrl, thread }: Props) {
  useTelling(typingUrl, thread);
  const { people, count, writers } = here;
  // Alone with oneself there is nothing to say.
  if (count < 2 && writers.length === 0) return null;
  const [writer] = writers;
  const label = words.here.replace("#", String(count));
  return (
    <p className="here">
      <Faces people={people.slice(0, mostFaces)} label={label} />
      <span>{label}</span>
      {writer ? (
        <span className="writing">
          {writers.length > 1 ? words.severalWriting : words.writing.replace("#", writer.name)}
        </span>
      ) : null}
    </p>
  );
}

/** Says now and then that words are being typed into the answer to this thread. */
function useTelling(url: string | null | undefined, thread: string | undefined) {
  const told = useRef(0);
  useEffect(() => {
    if (!url || !thread) return;
    const typed = ({ target }: Event) => {
      const field = target instanceof HTMLTextAreaElement && target.name === "text" ? target : undefined;
      if (!field?.form?.querySelector(`[name="thread"][value="${thread}"]`)) return;
      if (!field.value.trim() || Date.now() - told.current < tellEvery) return;
      told.current = Date.now();
      // Whoever misses it misses nothing.
      void fetch(url, { method: "POST", body: new URLSearchParams({ thread }), keepalive: true }).catch(
        () => undefined,
      );
    };
    document.addEventListener("input", typed);
    return () => document.removeEventListener("input", typed);
  }, [url, thread]);
}
