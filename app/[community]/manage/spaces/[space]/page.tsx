import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Setting } from "@/components/shell/setting";
import { SpaceFields } from "@/components/spaces/space-fields";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { paths } from "@/lib/paths";
import { badgesToName, spaceAtDesk } from "@/lib/spaces/queries";
import { openDeskPage } from "../../open";
import { languageChoices } from "../languages";

type Params = Promise<{ community: string; space: string }>;

export default orNothing(async function ChangeSpacePage({ params }: { params: Params }) {
  const { desk, words, slug, formTo, locale } = await openDeskPage(params);
  const [space, badges] = await Promise.all([spaceAtDesk(desk, (await params).space), badgesToName(desk)]);
  const w = words.spaces;
  const form = formTo("change-space");
  return (
    <div className="column">
      <PageHead
        before={
          <Breadcrumb
            label={w.many}
            items={[{ label: w.many, href: paths.manage(slug, "spaces") }, { label: space.name }]}
          />
        }
        title={space.name}
        lead={w.edit.lead}
        actions={<ButtonLink href={paths.space(slug, space.slug)}>{words.manage.open}</ButtonLink>}
      />
      <Form {...form} submitLabel={words.common.save}>
        <input type="hidden" name="space" value={space.id} />
        <SpaceFields
          words={w}
          badges={badges}
          languages={languageChoices(locale)}
          stored={space}
          returned={form.returned}
        />
        <Field
          {...fieldProps(form.returned, "position", String(space.place))}
          label={w.edit.place}
          type="number"
          min={1}
          max={200}
          inputMode="numeric"
        />
      </Form>
      <div className="section">
        <Setting title={space.closed ? w.closed : w.edit.close} about={space.closed ? w.closedText : w.edit.closeText}>
          <Form
            {...formTo(space.closed ? "reopen-space" : "close-space")}
            submitLabel={space.closed ? w.edit.reopen : w.edit.close}
            submitKind={space.closed ? "sec" : "dan"}
          >
            <input type="hidden" name="space" value={space.id} />
          </Form>
        </Setting>
      </div>
    </div>
  );
});
