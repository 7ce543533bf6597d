import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { openCommunityModerator } from "@/lib/access/gate-moderation";
import { readCursor } from "@/lib/communities/keyset";
import { type Appeal, appealsAnswered, appealsWaiting } from "@/lib/moderation/statements/queries";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../../open";

/** Objections to what was decided, for who looks after the whole community. */
export default orNothing(async function AppealsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, words, slug } = await openCommunityPage(params);
  const moderator = await openCommunityModerator(access);
  const { show, after } = await searchParams;
  const answered = one(show) === "answered";
  const cursor = readCursor(one(after));
  const { rows, next } = await (answered ? appealsAnswered(moderator, cursor) : appealsWaiting(moderator, cursor));
  const w = words.moderation;
  const here = paths.moderation(slug, "appeals");
  return (
    <>
      <PageHead title={w.appeals.title} />
      <Tabs
        label={w.appeals.title}
        tabs={[
          { href: here, label: w.waiting, current: !answered },
          { href: `${here}?show=answered`, label: w.answered, current: answered },
        ]}
      />
      {rows.length ? null : answered ? (
        <EmptyState title={w.appeals.noneAnswered} />
      ) : (
        <EmptyState title={w.appeals.none}>{w.appeals.noneText}</EmptyState>
      )}
      <div className="column stack">
        {rows.map((appeal) => (
          <OneAppeal key={appeal.id} params={params} appeal={appeal} />
        ))}
      </div>
      <LoadMore href={nextPage(here, next, answered ? { show: "answered" } : {})} label={words.common.more} />
    </>
  );
});

async function OneAppeal({ params, appeal }: { params: CommunityParams; appeal: Appeal }) {
  const { words, slug, reader, formTo } = await openCommunityPage(params);
  const w = words.moderation;
  const form = formTo("answer-appeal");
  const returned = form.returned?.values.statement === appeal.id ? form.returned : undefined;
  const who = appeal.person ?? words.members.gone;
  const on = (at: string) => day(new Date(at), reader);
  return (
    <Card label={w.statements.about[appeal.kind]}>
      <p className="row">
        <Tag kind="accent">{w.statements.about[appeal.kind]}</Tag>
        <span className="meta">{w.appeals.of({ who, when: on(appeal.appealedAt ?? appeal.at) })}</span>
      </p>
      <p className="said whitespace-pre-line" dir="auto">
        {appeal.appeal}
      </p>
      <p className="meta">{w.appeals.decided({ who: appeal.by ?? words.members.gone, when: on(appeal.at) })}</p>
      <p className="said whitespace-pre-line" dir="auto">
        {appeal.reason}
      </p>
      <p className="row">
        <Link className="link" href={paths.history(slug, appeal.personId)}>
          {w.flags.history}
        </Link>
        {appeal.postId ? (
          <Link className="link" href={paths.flagged(slug, appeal.postId)}>
            {w.statements.post}
          </Link>
        ) : null}
      </p>
      {appeal.answer ? (
        <>
          <p>
            <Tag>{appeal.granted ? w.appeals.wasGranted : w.appeals.wasRefused}</Tag>
          </p>
          <p className="said whitespace-pre-line" dir="auto">
            {appeal.answer}
          </p>
        </>
      ) : (
        <>
          {appeal.mine ? <p className="quiet">{w.appeals.own}</p> : null}
          <Form {...form} returned={returned} submitLabel={w.appeals.send}>
            <input type="hidden" name="statement" value={appeal.id} />
            <RadioGroup
              {...chosenProps(returned, "granted")}
              id={`granted-${appeal.id}`}
              label={w.appeals.decision}
              options={[
                { value: "yes", label: w.appeals.granted },
                { value: "no", label: w.appeals.refused },
              ]}
              required
            />
            <Field
              {...fieldProps(returned, "answer")}
              id={`answer-${appeal.id}`}
              label={w.appeals.answer}
              hint={w.appeals.answerHint}
              type="textarea"
              rows={3}
              required
              minLength={10}
              maxLength={2000}
              voice
            />
          </Form>
        </>
      )}
    </Card>
  );
}
