"use client";

import { useSyncExternalStore } from "react";
import { Link } from "@/components/ui/link";

export type StateWords = Readonly<Record<"saving" | "saved" | "savedHere" | "offline" | "mine", string>>;

const listen = (hear: () => void) => {
  for (const name of ["online", "offline"]) window.addEventListener(name, hear);
  return () => {
    for (const name of ["online", "offline"]) window.removeEventListener(name, hear);
  };
};

export const useOffline = () =>
  useSyncExternalStore(
    listen,
    () => !navigator.onLine,
    () => false,
  );

type Props = { state: "" | "saving" | "saved" | "here"; words: StateWords; drafts: string };

/** Where the words are by now, and the way to all that was begun. */
export function DraftState({ state, words, drafts }: Props) {
  const offline = useOffline();
  const said = { "": "", saving: words.saving, saved: words.saved, here: words.savedHere }[state];
  return (
    <span className="draftstate">
      <span role="status">{offline ? words.offline : said}</span>
      {state === "saved" && !offline ? <Link href={drafts}>{words.mine}</Link> : null}
    </span>
  );
}
