import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { BadgeList } from "@/components/badges/badge-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { motifs } from "@/lib/badges/input";
import { badgesOfBrand } from "@/lib/badges/queries";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";

export default orNothing(async function BrandBadgesPage({ params }: { params: Promise<{ brand: string }> }) {
  const { viewer, words, form } = await openPage();
  const access = await openBrand(viewer, (await params).brand);
  const badges = await badgesOfBrand(access);
  const sent = form(doing.brand(access.brand.slug, "make-badge"));
  const field = (name: string, stored?: string) => fieldProps(sent.returned, name, stored);
  const w = words.badges;
  return (
    <BrandDesk access={access} part="badges">
      <p className="quiet">{w.lead}</p>
      {badges.length === 0 ? (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      ) : (
        <BadgeList badges={badges} words={w} />
      )}
      <Card title={w.new} roomy>
        <Form {...sent} submitLabel={w.make}>
          <Field {...field("name")} label={w.name} required maxLength={40} />
          <Field {...field("slug")} label={w.slug} required minLength={3} maxLength={40} spellCheck={false} />
          <Field {...field("meaning")} label={w.meaning} type="textarea" rows={2} required maxLength={300} voice />
          <Field
            {...field("earned")}
            label={w.earned}
            optional={words.common.optional}
            type="textarea"
            rows={2}
            maxLength={300}
          />
          <Field
            {...field("kind", "contribution")}
            label={w.kind}
            type="select"
            options={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))}
          />
          <Field
            {...field("motif", "key")}
            label={w.motif}
            type="select"
            options={motifs.map((value) => ({ value, label: w.motifs[value] }))}
          />
          <Field
            {...field("editionSize")}
            label={w.editionSize}
            hint={w.editionHint}
            optional={words.common.optional}
            type="number"
            min={1}
            max={100000}
          />
        </Form>
      </Card>
    </BrandDesk>
  );
});
