import { Notice } from "@/components/ui/notice";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";

type Props = { suspension: { reason: string; until: string | null }; reader: Reader; words: Words };

/** Said plainly: until when, and the reason that was given. */
export function Suspended({ suspension: { reason, until }, reader, words }: Props) {
  const w = words.communities.suspended;
  return (
    <Notice kind="bad" title={w.title}>
      <p>{until ? w.until({ date: day(new Date(until), reader) }) : w.removed}</p>
      <p>{w.reason({ reason })}</p>
    </Notice>
  );
}
