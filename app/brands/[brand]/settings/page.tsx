import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import { Logo } from "./logo";

export default orNothing(async function BrandSettingsPage({ params }: { params: Promise<{ brand: string }> }) {
  const { viewer, words, form } = await openPage();
  const access = await openBrand(viewer, (await params).brand);
  const sent = form(doing.brand(access.brand.slug, "change"));
  return (
    <BrandDesk access={access} part="settings">
      <Form {...sent} submitLabel={words.common.save}>
        <Field
          {...fieldProps(sent.returned, "name", access.brand.name)}
          label={words.brands.name}
          required
          maxLength={60}
        />
        <Field
          {...fieldProps(sent.returned, "colour", access.brand.colour)}
          label={words.brands.colour}
          hint={words.brands.colourHint}
          type="color"
        />
      </Form>
      <Logo access={access} />
    </BrandDesk>
  );
});
