import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { day, type Reader } from "@/lib/text/dates";

type Props = { suspension: { reason: string; until: string | null }; slug: string; reader: Reader; words: Words };

/** Said plainly: until when, the reason that was given, and where one can object. */
export function Suspended({ suspension: { reason, until }, slug, reader, words }: Props) {
  const w = words.communities.suspended;
  const object = words.moderation.statements;
  return (
    <Notice
      kind="bad"
      title={w.title}
      actions={
        <ButtonLink href={paths.statements(slug)} kind="sec">
          {object.appeal}
        </ButtonLink>
      }
    >
      <p>{until ? w.until({ date: day(new Date(until), reader) }) : w.removed}</p>
      <p>{w.reason({ reason })}</p>
    </Notice>
  );
}
