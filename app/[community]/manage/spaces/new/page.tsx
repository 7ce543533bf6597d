import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { SpaceFields } from "@/components/spaces/space-fields";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Form } from "@/components/ui/form";
import { paths } from "@/lib/paths";
import { badgesToName } from "@/lib/spaces/queries";
import type { CommunityParams } from "../../../open";
import { openDeskPage } from "../../open";
import { languageChoices } from "../languages";

export default orNothing(async function NewSpacePage({ params }: { params: CommunityParams }) {
  const { desk, words, slug, formTo, locale } = await openDeskPage(params);
  const badges = await badgesToName(desk);
  const w = words.spaces;
  const form = formTo("make-space");
  return (
    <div className="column">
      <PageHead
        before={
          <Breadcrumb
            label={w.many}
            items={[{ label: w.many, href: paths.manage(slug, "spaces") }, { label: w.edit.make }]}
          />
        }
        title={w.edit.make}
        lead={w.edit.lead}
      />
      <Form {...form} submitLabel={w.edit.make}>
        <SpaceFields words={w} badges={badges} languages={languageChoices(locale)} returned={form.returned} />
      </Form>
    </div>
  );
});
