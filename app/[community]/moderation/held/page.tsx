import { orNothing } from "@/app/_frames/or-nothing";
import { HeldPost } from "@/components/moderation/held-post";
import { PageHead } from "@/components/shell/page-head";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { readCursor } from "@/lib/communities/keyset";
import { type HeldLine, heldToDecide } from "@/lib/moderation/held/queries";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { heldFacts } from "../../held/facts";
import { type CommunityParams, nextPage, one, type Search } from "../../open";
import { Arrivals } from "../arrivals";
import { openModerationPage } from "../open";

type Props = { params: CommunityParams; searchParams: Search };

/** What rules held back, for whoever looks after the spaces it was meant for. */
export default orNothing(async function HeldQueuePage({ params, searchParams }: Props) {
  const here = await openModerationPage(params);
  const { moderator, words, slug } = here;
  const { rows, next } = await heldToDecide(moderator, readCursor(one((await searchParams).after)));
  const w = words.held;
  const now = new Date();
  return (
    <>
      <PageHead title={w.title} lead={w.queueLead} />
      <Arrivals here={here} />
      {rows.length === 0 ? <EmptyState title={w.queueNone}>{w.queueNoneText}</EmptyState> : null}
      <div className="column stack">
        {rows.map((line) => (
          <OneHeld key={line.id} {...{ line, here, now }} />
        ))}
      </div>
      <LoadMore href={nextPage(paths.moderation(slug, "held"), next)} label={words.common.more} />
    </>
  );
});

type OneProps = { line: HeldLine; here: Awaited<ReturnType<typeof openModerationPage>>; now: Date };

function OneHeld({ line, here, now }: OneProps) {
  const { words, slug, formTo, reader } = here;
  const w = words.held;
  const { author, space, thread } = line;
  const place = { space: space.name, title: thread ? thread.title || words.threads.untitled : "" };
  const label = thread ? w.answerTo(place) : w.newThread(place);
  const name = author.name ?? words.members.gone;
  const forms = { approve: formTo("approve-held"), refuse: formTo("refuse-held") };
  const returned = (act: keyof typeof forms) => {
    const came = forms[act].returned;
    return came?.values.held === line.id ? came : undefined;
  };
  const refused = returned("refuse");
  return (
    <HeldPost
      {...heldFacts(line, { ...here, now })}
      label={label}
      where={<Link href={thread ? paths.thread(slug, thread) : paths.space(slug, space.slug)}>{label}</Link>}
      who={
        <p className="row">
          <Avatar name={name} image={author.avatarFileId ? paths.picture(author.avatarFileId) : null} size={28} />
          <b>{author.name ? <Link href={paths.member(slug, author.id)}>{name}</Link> : name}</b>
          <span className="meta">
            {author.joinedAt ? w.joined({ when: day(new Date(author.joinedAt), reader) }) : w.joinedNot}
            {" · "}
            {w.stands({ n: author.posts })}
          </span>
        </p>
      }
    >
      <Form {...forms.approve} returned={returned("approve")} submitLabel={w.approve}>
        <input type="hidden" name="held" value={line.id} />
      </Form>
      <details className="held-refuse" open={refused !== undefined}>
        <summary>{w.refuseText}</summary>
        <Form {...forms.refuse} returned={refused} submitLabel={w.refuse} submitKind="sec">
          <input type="hidden" name="held" value={line.id} />
          <Field
            name="reason"
            id={`reason-${line.id}`}
            label={w.reason}
            hint={w.reasonHint}
            error={refused?.fields?.reason}
            value={typeof refused?.values.reason === "string" ? refused.values.reason : undefined}
            type="textarea"
            rows={2}
            required
            maxLength={500}
            voice
          />
        </Form>
      </details>
    </HeldPost>
  );
}
