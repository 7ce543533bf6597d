import { orNothing } from "@/app/_frames/or-nothing";
import { ExportField } from "@/components/imports/export-field";
import { PageHead } from "@/components/shell/page-head";
import { Chip } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { fieldProps } from "@/components/ui/returned";
import { importsHere } from "@/lib/imports/queries";
import { paths } from "@/lib/paths";
import { relative } from "@/lib/text/dates";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

export default orNothing(async function ImportsPage({ params }: { params: CommunityParams }) {
  const { desk, words, slug, reader, formTo } = await openDeskPage(params);
  const all = await importsHere(desk);
  const w = words.imports;
  const form = formTo("read-import");
  const now = new Date();
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <div className="stack">
        <Form {...form} files submitLabel={w.read}>
          <ExportField
            action={paths.sendImport(slug)}
            words={{
              file: w.file,
              fileHint: w.fileHint,
              fileHintPlain: w.fileHintPlain,
              drop: w.drop,
              choose: w.choose,
              sending: w.sending,
              stopped: w.stopped,
              stopSending: w.stopSending,
              sent: w.sentAll,
            }}
            error={fieldProps(form.returned, "sent").error}
          />
          <Field
            {...fieldProps(form.returned, "source")}
            label={w.source}
            hint={w.sourceHint}
            required
            maxLength={40}
            spellCheck={false}
            autoComplete="off"
          />
        </Form>
        <section className="section" aria-labelledby="imports-title">
          <h2 className="h2" id="imports-title">
            {w.several}
          </h2>
          {all.length > 0 ? (
            <ul className="planlist">
              {all.map(({ id, source, state, failedWhy, askedAt, asker }) => (
                <li key={id}>
                  <p className="what">
                    <Link className="link" href={paths.manageImport(slug, id)}>
                      {w.from({ source })}
                    </Link>
                    <span className="meta">
                      {w.asked({ when: relative(new Date(askedAt), now, reader), who: asker ?? words.members.gone })}
                    </span>
                  </p>
                  <Chip>{w.states[failedWhy === "columns" && state === "failed" ? "asks" : state]}</Chip>
                </li>
              ))}
            </ul>
          ) : (
            <EmptyState title={w.none}>{w.noneText}</EmptyState>
          )}
        </section>
      </div>
    </>
  );
});
