"use client";
import { useEffect, useRef } from "react";
import { Smile } from "@/components/ui/icons";
import { IconButton } from "../ui/icon-button";

export interface Suggesting {
  /** Where to ask whom one may mean; the letters follow. */
  people: string;
  words: { suggestions: string; found: string[] };
}

type Props = { people: string; words: Suggesting["words"] & { hint: string; emoji: string } };

/** Suggestions for the field of the form it stands in. What does the work comes when somebody begins to write. */
export function WritingHelp({ people, words }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const begun = useRef<ReturnType<typeof begin>>(undefined);

  async function begin() {
    const area = bar.current?.closest("form")?.querySelector("textarea");
    if (!area || !bar.current) return undefined;
    const { suggestIn } = await import("./suggest");
    return suggestIn(area, bar.current, { people, words });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field stays the same for as long as this stands beside it
  useEffect(() => {
    const area = bar.current?.closest("form")?.querySelector("textarea");
    const start = () => {
      begun.current ??= begin();
    };
    if (document.activeElement === area) start();
    area?.addEventListener("focus", start, { once: true });
    return () => {
      area?.removeEventListener("focus", start);
      void begun.current?.then((suggestions) => suggestions?.stop());
      begun.current = undefined;
    };
  }, []);

  async function pickEmoji() {
    begun.current ??= begin();
    (await begun.current)?.offerEmoji();
  }

  return (
    <div className="writing-help" ref={bar}>
      <IconButton label={words.emoji} onClick={() => void pickEmoji()}>
        <Smile className="i" aria-hidden />
      </IconButton>
      <span className="hint">{words.hint}</span>
    </div>
  );
}
