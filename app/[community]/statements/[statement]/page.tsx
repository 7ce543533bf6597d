import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Setting } from "@/components/shell/setting";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { openStatement } from "@/lib/access/gate-moderation";
import { statementOf } from "@/lib/moderation/statements/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { openCommunityPage } from "../../open";

type Params = Promise<{ community: string; statement: string }>;

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).moderation.statements.title,
});

/** A statement of reasons: what, why, until when, and how to object. */
export default orNothing(async function StatementPage({ params }: { params: Params }) {
  const { access, words, slug, reader, formTo } = await openCommunityPage(params);
  const statement = await statementOf(await openStatement(access, (await params).statement));
  const { id, kind, reason, at, until, liftedAt, postId, appeal, appealedAt, granted, answer } = statement;
  const w = words.moderation.statements;
  const form = formTo("appeal");
  const on = (when: string) => day(new Date(when), reader);
  const times = [
    w.when({ date: on(at) }),
    ...(until ? [w.until({ date: on(until) })] : []),
    ...(liftedAt ? [w.lifted({ date: on(liftedAt) })] : []),
  ];
  return (
    <div className="column stack">
      <PageHead
        before={
          <Breadcrumb
            label={w.toAll}
            items={[{ label: w.toAll, href: paths.statements(slug) }, { label: w.kinds[kind] }]}
          />
        }
        title={w.kinds[kind]}
        lead={times.join(", ")}
        actions={
          postId ? (
            <ButtonLink href={paths.post(slug, postId)} kind="sec">
              {w.post}
            </ButtonLink>
          ) : undefined
        }
      />
      <section aria-labelledby="why">
        <h2 className="h3" id="why">
          {w.reason}
        </h2>
        <p className="said whitespace-pre-line" dir="auto">
          {reason}
        </p>
      </section>
      {appeal && appealedAt ? (
        <section aria-labelledby="appeal">
          <h2 className="h3" id="appeal">
            {w.appealed({ date: on(appealedAt) })}
          </h2>
          <p className="said whitespace-pre-line" dir="auto">
            {appeal}
          </p>
          {answer ? (
            <Notice kind={granted ? "good" : "info"} title={granted ? w.granted : w.refused}>
              <p className="whitespace-pre-line" dir="auto">
                {answer}
              </p>
            </Notice>
          ) : (
            <p className="quiet">{w.waiting}</p>
          )}
        </section>
      ) : liftedAt ? null : (
        <Setting title={w.appeal} about={w.appealText}>
          <Form {...form} submitLabel={w.appealSend}>
            <input type="hidden" name="statement" value={id} />
            <Field
              {...fieldProps(form.returned, "text")}
              label={w.appealWords}
              hint={w.appealHint}
              type="textarea"
              rows={5}
              required
              minLength={10}
              maxLength={2000}
              voice
            />
          </Form>
        </Setting>
      )}
    </div>
  );
});
