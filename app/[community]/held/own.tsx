import { HeldPost } from "@/components/moderation/held-post";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { OwnHeldLine } from "@/lib/moderation/held/queries";
import { paths } from "@/lib/paths";
import type { openCommunityPage } from "../open";
import { heldFacts } from "./facts";

type Props = {
  line: OwnHeldLine;
  here: Awaited<ReturnType<typeof openCommunityPage>>;
  now: Date;
  /** Within its own thread nobody needs to be led there. */
  inThread?: boolean;
};

/** One's own words that wait, or were refused. */
export function OwnHeld({ line, here, now, inThread }: Props) {
  const { words, slug, formTo } = here;
  const w = words.held;
  const label = placeOf(words, line);
  const href = line.thread ? paths.thread(slug, line.thread) : line.space ? paths.space(slug, line.space.slug) : "";
  const form = formTo("withdraw-held");
  const returned = form.returned?.values.held === line.id ? form.returned : undefined;
  return (
    <HeldPost
      {...heldFacts(line, { ...here, now })}
      label={label}
      level={inThread ? 3 : 2}
      where={inThread ? w.mine : href ? <Link href={href}>{label}</Link> : label}
      notice={
        line.decision === "refused" ? (
          <Notice kind="bad" title={w.refused}>
            <p>{w.refusedText({ reason: line.reason ?? "" })}</p>
            <p>{w.refusedKept}</p>
          </Notice>
        ) : (
          <Notice>{w.waits}</Notice>
        )
      }
    >
      {line.decision === null ? (
        <Form
          {...form}
          returned={returned}
          className="form inline"
          submitLabel={w.withdraw}
          submitKind="sec"
          submitSmall
        >
          <input type="hidden" name="held" value={line.id} />
        </Form>
      ) : null}
    </HeldPost>
  );
}

/** A place that may no longer be read is not named. */
function placeOf({ held: w, threads }: Props["here"]["words"], { kind, space, thread }: OwnHeldLine): string {
  if (kind === "thread") return space ? w.threadIn({ space: space.name }) : w.threadSomewhere;
  return thread ? w.answerIn({ title: thread.title || threads.untitled }) : w.answerSomewhere;
}
