import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { ownersOfBrand } from "@/lib/brands/queries";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";

export default orNothing(async function BrandOwnersPage({ params }: { params: Promise<{ brand: string }> }) {
  const { viewer, words, reader, form } = await openPage();
  const access = await openBrand(viewer, (await params).brand);
  const owners = await ownersOfBrand(access);
  const w = words.brands;
  const sent = form(doing.brand(access.brand.slug, "add-owner"));
  return (
    <BrandDesk access={access} part="owners">
      <p className="quiet">{w.ownersLead}</p>
      <ul className="lines">
        {owners.map((owner) => (
          <li key={owner.personId} className="row">
            <Avatar name={owner.name ?? ""} image={owner.avatarFileId ? paths.picture(owner.avatarFileId) : null} />
            <b>{owner.name}</b>
            <span className="meta">{w.since({ date: day(owner.since, reader) })}</span>
            {owners.length > 1 ? (
              <Form
                {...form(doing.brand(access.brand.slug, "remove-owner"))}
                submitLabel={w.removeOwner}
                submitKind="dan"
                submitSmall
              >
                <input type="hidden" name="personId" value={owner.personId} />
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <Card title={w.addOwner}>
        <Form {...sent} submitLabel={w.addOwner}>
          <Field {...fieldProps(sent.returned, "email")} label={w.ownerEmail} type="email" required />
        </Form>
      </Card>
    </BrandDesk>
  );
});
