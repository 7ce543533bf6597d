import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { openInside } from "@/lib/access/gate";
import { myFlags } from "@/lib/moderation/flags/queries";
import { myReports } from "@/lib/moderation/reports/queries";
import { currentWords } from "@/lib/page";
import { paths, safeNext } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { type CommunityParams, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).moderation.form.title,
});

/** Works without an account; whoever has one sees here what came of their reports. */
export default orNothing(async function ReportPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, words, slug, viewer, reader, formTo } = await openCommunityPage(params);
  const { about, sent } = await searchParams;
  const w = words.moderation.form;
  const [mine, flagged] = await Promise.all([
    myReports(access),
    openInside(access).then(({ inside }) => myFlags(access, inside)),
  ]);
  const form = formTo("report");
  const path = safeNext(one(about));
  const reasons = Object.entries(words.moderation.reasons).map(([value, label]) => ({ value, label }));
  return (
    <div className="column stack">
      <PageHead title={w.title} lead={w.lead} />
      {sent ? (
        <Notice
          kind="good"
          live
          title={w.sentTitle}
          actions={<ButtonLink href={paths.community(slug)}>{w.back}</ButtonLink>}
        >
          {w.sentText}
        </Notice>
      ) : (
        <Form {...form} submitLabel={w.send}>
          <Field
            {...fieldProps(form.returned, "about", path === "/" ? paths.community(slug) : path)}
            label={w.about}
            hint={w.aboutHint}
            maxLength={500}
            dir="ltr"
            spellCheck={false}
          />
          <RadioGroup {...chosenProps(form.returned, "reason")} label={w.reason} options={reasons} required />
          <Field
            {...fieldProps(form.returned, "text")}
            label={w.text}
            hint={w.textHint}
            type="textarea"
            rows={6}
            required
            minLength={10}
            maxLength={4000}
            voice
          />
          {viewer.personId ? null : (
            <Field
              {...fieldProps(form.returned, "email")}
              label={w.email}
              hint={w.emailHint}
              type="email"
              optional={words.common.optional}
              maxLength={254}
              autoComplete="email"
            />
          )}
        </Form>
      )}
      {mine.length ? (
        <section className="section" aria-labelledby="mine">
          <h2 className="h2 mb-4" id="mine">
            {w.mine}
          </h2>
          <ul className="lines">
            {mine.map((report) => (
              <li key={report.id}>
                <p className="meta">
                  {words.moderation.reasons[report.reason]}, {day(new Date(report.madeAt), reader)}
                </p>
                <p className="said">{report.text}</p>
                <p>{report.answer ?? <span className="quiet">{words.moderation.waiting}</span>}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {flagged.length ? (
        <section className="section" aria-labelledby="flagged">
          <h2 className="h2 mb-4" id="flagged">
            {words.moderation.flag.mine}
          </h2>
          <ul className="lines">
            {flagged.map(({ id, reason, text, madeAt, decision, thread }) => (
              <li key={id}>
                <p className="meta">
                  {words.moderation.reasons[reason]}, {day(new Date(madeAt), reader)}
                  {thread ? `. ${words.moderation.flag.thread({ title: thread })}` : ""}
                </p>
                {text ? (
                  <p className="said" dir="auto">
                    {text}
                  </p>
                ) : null}
                <p>
                  {decision ? (
                    words.moderation.flag.outcome[decision]
                  ) : (
                    <span className="quiet">{words.moderation.waiting}</span>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
});
