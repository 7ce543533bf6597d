import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { Working } from "@/components/ui/working";
import { type ImportRow, importHere } from "@/lib/imports/queries";
import { paths } from "@/lib/paths";
import { relative } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { openDeskPage } from "../../open";
import { ColumnsForm } from "./columns";
import { Decide } from "./decide";
import { Drop } from "./drop";
import { WhatIsIn } from "./found";

type Page = Awaited<ReturnType<typeof openDeskPage>>;
type Params = Promise<{ community: string; import: string }>;

/** One import, from what is in the file to what was brought, and back. */
export default orNothing(async function ImportPage({ params }: { params: Params }) {
  const page = await openDeskPage(params);
  const one = await importHere(page.desk, (await params).import);
  const { words, slug, reader } = page;
  const w = words.imports;
  return (
    <>
      <PageHead
        title={w.from({ source: one.source })}
        lead={w.asked({
          when: relative(new Date(one.askedAt), new Date(), reader),
          who: one.asker ?? words.members.gone,
        })}
        before={
          <Breadcrumb
            label={w.title}
            items={[{ label: w.title, href: paths.manage(slug, "imports") }, { label: w.from({ source: one.source }) }]}
          />
        }
      />
      <div className="stack">
        <State {...{ one, page }} />
        <Columns {...{ one, page }} />
        {one.state === "read" && one.found ? <Decide {...{ one, found: one.found, page }} /> : null}
        {one.brought && one.state === "done" ? <Brought {...{ one, page }} /> : null}
        {one.found ? <WhatIsIn {...{ found: one.found, page }} /> : null}
        {one.plan && (one.state === "done" || one.state === "failed") ? <Undo {...{ one, page }} /> : null}
      </div>
    </>
  );
});

function State({ one, page }: { one: ImportRow; page: Page }) {
  const { words, slug, locale, formTo } = page;
  const w = words.imports;
  const { state, stepsDone, stepsAll } = one;
  const figure = (n: number) => number(n, locale);
  if (state === "reading" || state === "writing" || state === "undoing")
    return (
      <Working
        said={w.states[state]}
        read={
          stepsAll
            ? { text: w.progress({ n: figure(stepsDone), all: figure(stepsAll) }), of: (100 * stepsDone) / stepsAll }
            : stepsDone
              ? { text: w.progressSoFar({ n: figure(stepsDone) }) }
              : undefined
        }
        reload={{ href: paths.manageImport(slug, one.id), label: w.look }}
      />
    );
  if (state === "failed")
    return (
      <>
        <Notice
          kind={one.failedWhy === "columns" ? "info" : "bad"}
          title={w.states[one.failedWhy === "columns" ? "asks" : "failed"]}
        >
          {w.why[(one.failedWhy ?? "broken") as keyof typeof w.why]}
        </Notice>
        {one.failedWhy === "columns" ? null : (
          <div className="row">
            <Form {...formTo("retry-import")} submitLabel={w.again} submitKind="sec">
              <input type="hidden" name="import" value={one.id} />
            </Form>
            {one.plan ? null : <Drop {...{ one, page }} />}
          </div>
        )}
      </>
    );
  if (state === "read") return <Notice kind="info">{w.dry}</Notice>;
  return <Notice kind={state === "done" ? "good" : "info"} title={w.states[state]} />;
}

/** Asked for where nobody could tell, and still to be changed until it is decided where everything goes. */
function Columns({ one, page }: { one: ImportRow; page: Page }) {
  const w = page.words.imports;
  const { columns, state, plan } = one;
  if (!columns || plan) return null;
  if (state === "failed")
    return (
      <section className="section" aria-labelledby="columns">
        <h2 className="h2" id="columns">
          {w.columnsTitle}
        </h2>
        <p className="quiet">{w.columnsLead}</p>
        <ColumnsForm {...{ one, columns, page }} />
        <Drop {...{ one, page }} />
      </section>
    );
  if (state !== "read") return null;
  return (
    <details className="change">
      <summary>{w.otherColumns}</summary>
      <ColumnsForm {...{ one, columns, page }} />
    </details>
  );
}

function Brought({ one, page: { words, slug, locale } }: { one: ImportRow; page: Page }) {
  const w = words.imports;
  const facts = (["people", "threads", "posts", "reactions", "before"] as const).map((key) => ({
    term: w.broughtFacts[key],
    detail: number(one.brought![key], locale),
  }));
  return (
    <section className="section" aria-labelledby="brought">
      <h2 className="h2" id="brought">
        {w.brought}
      </h2>
      <DefinitionList items={facts} />
      <div className="row">
        <ButtonLink href={paths.pulse(slug)}>{w.seePulse}</ButtonLink>
      </div>
    </section>
  );
}

function Undo({ one, page: { words, formTo } }: { one: ImportRow; page: Page }) {
  const w = words.imports;
  const form = formTo("undo-import");
  return (
    <details className="change" open={form.returned ? true : undefined}>
      <summary>{w.undo}</summary>
      <Form {...form} submitLabel={w.undo} submitKind="dan">
        <input type="hidden" name="import" value={one.id} />
        <p className="quiet">{w.undoText}</p>
        <Checkbox {...fieldProps(form.returned, "sure")} label={w.undoSure} />
      </Form>
    </details>
  );
}
