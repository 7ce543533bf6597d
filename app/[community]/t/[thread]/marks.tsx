import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Thread } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";
import type { Mark } from "@/lib/threads/ordering/queries";
import { titleOf } from "./show";

/** Where posts went from here, or where this thread came from; each leads there. */
export function ThreadMarks({ marks, words, slug }: { marks: readonly Mark[]; words: Words; slug: string }) {
  return marks.map((mark) => (
    <p key={mark.id} className="thread-mark">
      {mark.way === "to" ? words.ordering.movedTo({ n: mark.posts }) : words.ordering.continuesFrom}{" "}
      <Link href={paths.thread(slug, mark)}>{titleOf(words, mark.title)}</Link>
    </p>
  ));
}

/** At the end, where one would answer: who locked it, when and why. */
export function LockedNote({ locked, words, reader }: { locked: Thread["locked"]; words: Words; reader: Reader }) {
  if (!locked) return null;
  const by = { name: locked.by ?? words.members.gone, when: day(new Date(locked.at), reader) };
  return <Notice title={words.ordering.lockedBy(by)}>{locked.why || words.ordering.lockedText}</Notice>;
}
