"use client";
import { type FormEvent, useRef, useState } from "react";
import { Bookmark } from "@/components/ui/icons";
import { send } from "../ui/send";
import { showToast } from "../ui/toast-store";

export type BookmarkWords = { keep: string; drop: string; kept: string; note: string; unsent: string };

type Props = {
  /** Where it is sent, to keep and to drop. */
  keep: string;
  drop: string;
  formKey: string;
  post: string;
  kept: boolean;
  /** Where a note is written. */
  note: string;
  words: BookmarkWords;
};

/** Keeps a post or drops it. Shown at once, and taken back if it was refused. */
export function BookmarkToggle({ keep, drop, formKey, post, kept: given, note, words }: Props) {
  const [kept, setKept] = useState(given);
  const [key, setKey] = useState(formKey);
  const busy = useRef(false);

  async function toggle(event: FormEvent<HTMLFormElement>) {
    // Without a way to mint the next key the form goes as a form.
    if (!crypto.randomUUID) return;
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const sent = send(event.currentTarget, null);
    setKept(!kept);
    const answer = await sent;
    busy.current = false;
    // A line that dropped may have carried it: the same key makes another try the same act.
    if (answer.kind !== "unsent") setKey(crypto.randomUUID());
    if (answer.kind === "done") {
      if (!kept) showToast({ text: words.kept, action: { label: words.note, href: note } });
      return;
    }
    setKept(kept);
    showToast(answer.kind === "refused" ? answer.message : words.unsent);
  }

  const label = kept ? words.drop : words.keep;
  return (
    <form action={kept ? drop : keep} method="post" onSubmit={toggle}>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="post" value={post} />
      <button
        type="submit"
        data-act="bookmark"
        className={kept ? "iconbtn kept" : "iconbtn"}
        aria-label={label}
        title={label}
      >
        <Bookmark className="i" aria-hidden />
      </button>
    </form>
  );
}
