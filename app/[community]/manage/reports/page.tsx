import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { openReports } from "@/lib/access/gate";
import { readCursor } from "@/lib/communities/keyset";
import { type ReportAtDesk, reportsAtDesk } from "@/lib/moderation/reports/queries";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../../open";

/** For managers, and for members with the moderator's duty of the whole community. */
export default orNothing(async function ReportsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, words, slug } = await openCommunityPage(params);
  const reports = await Promise.resolve(access).then(openReports);
  const { show, after } = await searchParams;
  const which = one(show) === "answered" ? "answered" : "waiting";
  const { rows, next } = await reportsAtDesk(reports, which, readCursor(one(after)));
  const w = words.moderation;
  const here = paths.manage(slug, "reports");
  return (
    <>
      <PageHead title={w.reports} />
      <Tabs
        label={w.reports}
        tabs={[
          { href: here, label: w.waiting, current: which === "waiting" },
          { href: `${here}?show=answered`, label: w.answered, current: which === "answered" },
        ]}
      />
      {rows.length ? null : which === "waiting" ? (
        <EmptyState title={w.noneWaiting}>{w.noneWaitingText}</EmptyState>
      ) : (
        <EmptyState title={w.noneAnswered} />
      )}
      <div className="column stack">
        {rows.map((report) => (
          <OneReport key={report.id} params={params} report={report} />
        ))}
      </div>
      <LoadMore
        href={nextPage(here, next, which === "answered" ? { show: "answered" } : {})}
        label={words.common.more}
      />
    </>
  );
});

async function OneReport({ params, report }: { params: CommunityParams; report: ReportAtDesk }) {
  const { words, reader, formTo } = await openCommunityPage(params);
  const w = words.moderation;
  const who = report.from === "signed in" ? (report.name ?? words.members.gone) : w.from[report.from];
  const form = formTo("answer-report");
  const returned = form.returned?.values.report === report.id ? form.returned : undefined;
  return (
    <Card label={w.reasons[report.reason]}>
      <p className="row">
        <Tag kind="accent">{w.reasons[report.reason]}</Tag>
        <span className="meta">{w.by({ who, when: day(new Date(report.madeAt), reader) })}</span>
      </p>
      <p>
        <Link className="link break-all" href={report.about} dir="ltr">
          {report.about}
        </Link>
      </p>
      <p className="said whitespace-pre-line">{report.text}</p>
      {report.answer && report.answeredAt ? (
        <>
          <p className="meta">
            {w.answeredBy({
              who: report.answeredBy ?? words.members.gone,
              when: day(new Date(report.answeredAt), reader),
            })}
          </p>
          <p className="said whitespace-pre-line">{report.answer}</p>
        </>
      ) : (
        <Form {...form} returned={returned} submitLabel={w.sendAnswer}>
          <input type="hidden" name="report" value={report.id} />
          <Field
            name="answer"
            id={`answer-${report.id}`}
            label={w.answer}
            hint={w.answerHint}
            error={returned?.fields?.answer}
            value={typeof returned?.values.answer === "string" ? returned.values.answer : undefined}
            type="textarea"
            rows={3}
            required
            maxLength={2000}
            voice
          />
        </Form>
      )}
    </Card>
  );
}
