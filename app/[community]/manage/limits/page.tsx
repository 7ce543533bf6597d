import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { DefinitionList } from "@/components/ui/definition-list";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { minutesOf } from "@/lib/moderation/limits/input";
import { limitNames, spans, usual } from "@/lib/moderation/limits/numbers";
import { limitsOf } from "@/lib/moderation/limits/queries";
import { allowed, known, trusted } from "@/lib/moderation/limits/trust";
import { number } from "@/lib/text/numbers";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

export default orNothing(async function LimitsPage({ params }: { params: CommunityParams }) {
  const { desk, words, locale, formTo } = await openDeskPage(params);
  const limits = await limitsOf(desk);
  const w = words.limits;
  const form = formTo("change-limits");
  const figure = (n: number) => number(n, locale);
  return (
    <div className="column">
      <PageHead title={w.title} lead={w.lead} />
      <Form {...form} submitLabel={words.common.save}>
        {limitNames.map((name) => {
          const { most, minutes } = limits[name];
          const ordinary = usual[name];
          return (
            <fieldset key={name} className="limit">
              <legend className="h3">{w.names[name]}</legend>
              <p className="quiet">{w.about[name]}</p>
              <Field
                {...fieldProps(form.returned, name, String(most))}
                label={w.most}
                type="text"
                inputMode="numeric"
                required
                maxLength={6}
                dir="ltr"
              />
              <Field
                {...fieldProps(form.returned, minutesOf(name), String(minutes))}
                label={w.span}
                type="select"
                options={spans.map((span) => ({ value: String(span), label: w.spans({ minutes: span }) }))}
              />
              <p className="hint">
                {w.means({
                  newcomer: figure(allowed(most, "newcomer")),
                  known: figure(allowed(most, "known")),
                  trusted: figure(allowed(most, "trusted")),
                })}{" "}
                {w.usual({ most: figure(ordinary.most), span: w.spans({ minutes: ordinary.minutes }) })}
              </p>
            </fieldset>
          );
        })}
      </Form>
      <section className="section">
        <h2 className="h2">{w.who}</h2>
        <DefinitionList
          items={[
            { term: w.groups.newcomer, detail: w.groupsText.newcomer(known) },
            { term: w.groups.known, detail: w.groupsText.known },
            { term: w.groups.trusted, detail: w.groupsText.trusted(trusted) },
            { term: w.groups.free, detail: w.groupsText.free },
          ]}
        />
      </section>
    </div>
  );
});
