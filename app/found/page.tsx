import { redirect } from "next/navigation";
import { House } from "@/app/_frames/house";
import { CommunityFields } from "@/components/brands/community-fields";
import { PageHead } from "@/components/shell/page-head";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openVisitor } from "@/lib/access/gate";
import { isFounded } from "@/lib/brands/queries";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { localeNames, locales } from "@/lib/text";

/** Founding: the owner's account, the brand and its first community in one form, once. */
export default async function FoundPage({ searchParams }: { searchParams: Promise<{ code?: string | string[] }> }) {
  const { viewer, words, form } = await openPage();
  if (await isFounded(openVisitor(viewer))) redirect(paths.home);
  const { code } = await searchParams;
  const { found } = words.brands;
  const sent = form(doing.account("found"));
  const field = (name: string, stored?: string) => fieldProps(sent.returned, name, stored);
  return (
    <House>
      <div className="column">
        <PageHead title={found.title} lead={found.lead} />
        <Form {...sent} submitLabel={found.submit}>
          <Field
            {...field("code", typeof code === "string" ? code : undefined)}
            label={found.code}
            required
            autoComplete="off"
            spellCheck={false}
          />
          <h2 className="h3 formpart">{found.you}</h2>
          <Field {...field("name")} label={words.accounts.name} required maxLength={60} autoComplete="name" />
          <Field {...field("email")} label={words.accounts.email} type="email" required autoComplete="email" />
          <Field
            {...field("password")}
            label={words.accounts.password}
            type="password"
            required
            minLength={10}
            autoComplete="new-password"
          />
          <h2 className="h3 formpart">{found.brand}</h2>
          <Field
            {...field("brandName")}
            label={words.brands.name}
            required
            maxLength={60}
            autoComplete="organization"
          />
          <Field
            {...field("colour", "#b4532a")}
            label={words.brands.colour}
            hint={words.brands.colourHint}
            type="color"
          />
          <h2 className="h3 formpart">{found.community}</h2>
          <CommunityFields
            words={words.brands.fields}
            field={field}
            languages={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          />
        </Form>
      </div>
    </House>
  );
}
