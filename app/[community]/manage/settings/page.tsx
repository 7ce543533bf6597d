import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { localeNames, locales } from "@/lib/text";
import { zones } from "@/lib/text/zones";
import type { CommunityParams, Search } from "../../open";
import { openDeskPage } from "../open";
import { Colour } from "./colour";
import { Picture } from "./picture";
import { Switches } from "./switches";

export default orNothing(async function SettingsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { community, words, formTo } = await openDeskPage(params);
  const [w, s] = [words.communities, words.communities.settings];
  const form = formTo("change-community");
  const modes = Object.entries(w.aboutPage.joinModes).map(([value, label]) => ({ value, label }));
  return (
    <div className="column">
      <PageHead title={s.title} />
      <Form {...form} submitLabel={words.common.save}>
        <Field {...fieldProps(form.returned, "name", community.name)} label={w.name} required maxLength={60} />
        <Field
          {...fieldProps(form.returned, "slug", community.slug)}
          label={w.address}
          hint={w.addressHint}
          required
          maxLength={40}
          dir="ltr"
        />
        <Field
          {...fieldProps(form.returned, "purpose", community.purpose)}
          label={w.purpose}
          hint={w.purposeHint}
          required
          maxLength={160}
          voice
        />
        <Field
          {...fieldProps(form.returned, "about", community.about)}
          label={w.about}
          hint={w.aboutHint}
          type="textarea"
          rows={8}
          maxLength={5000}
          voice
        />
        <Field
          {...fieldProps(form.returned, "zone", community.zone)}
          label={s.zone}
          hint={s.zoneHint}
          type="select"
          options={zones().map((zone) => ({ value: zone, label: zone }))}
        />
        <Field
          {...fieldProps(form.returned, "locale", community.locale)}
          label={s.language}
          type="select"
          options={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
        />
        <RadioGroup {...chosenProps(form.returned, "joinMode", community.joinMode)} label={s.joining} options={modes} />
      </Form>
      <div className="section">
        <h2 className="h2">{s.look}</h2>
        <Colour params={params} searchParams={searchParams} />
        <Picture params={params} which="logo" />
        <Picture params={params} which="cover" />
        <Switches params={params} />
      </div>
    </div>
  );
});
