import type { Words } from "@/lib/text";
import { zones } from "@/lib/text/zones";
import { Field, type Option } from "../ui/field";

type Props = {
  words: Words["brands"]["fields"];
  languages: readonly Option[];
  field: (name: string, stored?: string) => { name: string; value?: string; error?: string };
};

/** What a community needs to begin with. */
export function CommunityFields({ words, languages, field }: Props) {
  const inZones = zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  return (
    <>
      <Field {...field("communityName")} label={words.name} required maxLength={60} />
      <Field
        {...field("communitySlug")}
        label={words.address}
        hint={words.addressHint}
        required
        minLength={3}
        maxLength={40}
        spellCheck={false}
      />
      <Field {...field("purpose")} label={words.purpose} required maxLength={160} voice />
      <Field {...field("zone", "UTC")} label={words.zone} type="select" options={inZones} />
      <Field {...field("locale", "en")} label={words.language} type="select" options={languages} />
    </>
  );
}
