import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { one, type Search } from "@/app/[community]/open";
import { BadgeFields } from "@/components/badges/badge-fields";
import { BadgeList } from "@/components/badges/badge-list";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { badgesOfBrand } from "@/lib/badges/queries";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import { ChangeBadge } from "./change";

type Props = { params: Promise<{ brand: string }>; searchParams: Search };

export default orNothing(async function BrandBadgesPage({ params, searchParams }: Props) {
  const { change } = await searchParams;
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
        <BadgeList
          badges={badges.map((badge) => ({
            ...badge,
            open: one(change) === badge.slug,
            change: <ChangeBadge access={access} badge={badge} open={one(change) === badge.slug} />,
          }))}
          words={w}
        />
      )}
      <Card title={w.new} roomy>
        <Form {...sent} submitLabel={w.make}>
          <BadgeFields words={words} returned={sent.returned} />
          <Field {...field("slug")} label={w.slug} required minLength={3} maxLength={40} spellCheck={false} />
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
