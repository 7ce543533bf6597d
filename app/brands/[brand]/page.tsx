import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { CommunityFields } from "@/components/brands/community-fields";
import { Card } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { communitiesOfBrand } from "@/lib/brands/queries";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { localeNames, locales } from "@/lib/text";

export default orNothing(async function BrandPage({ params }: { params: Promise<{ brand: string }> }) {
  const { viewer, words, form } = await openPage();
  const access = await openBrand(viewer, (await params).brand);
  const communities = await communitiesOfBrand(access);
  const sent = form(doing.brand(access.brand.slug, "found-community"));
  const w = words.brands;
  return (
    <BrandDesk access={access} part="communities">
      <ul className="lines">
        {communities.map((c) => (
          <li key={c.id}>
            <Link className="h3" href={paths.community(c.slug)}>
              {c.name}
            </Link>
            <p className="quiet">{c.purpose}</p>
            <p className="meta">{w.fields.joinModes[c.joinMode]}</p>
          </li>
        ))}
      </ul>
      <Card title={w.newCommunity} roomy>
        <Form {...sent} submitLabel={w.found.submit}>
          <CommunityFields
            words={w.fields}
            field={(name, stored) => fieldProps(sent.returned, name, stored)}
            languages={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          />
          <RadioGroup
            {...chosenProps(sent.returned, "joinMode", "open")}
            label={w.fields.joining}
            options={(["open", "request", "invitation"] as const).map((mode) => ({
              value: mode,
              label: w.fields.joinModes[mode],
            }))}
          />
        </Form>
      </Card>
    </BrandDesk>
  );
});
