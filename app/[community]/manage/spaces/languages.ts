import { languages } from "@/lib/search/languages";
import type { Locale } from "@/lib/text";
import { intlTag } from "@/lib/text/numbers";

/** What a space can be set to, by the names this reader has for them. */
export function languageChoices(locale: Locale) {
  const names = new Intl.DisplayNames(intlTag(locale), { type: "language" });
  return Object.entries(languages)
    .map(([value, code]) => ({ value, label: names.of(code) ?? code }))
    .sort((a, b) => a.label.localeCompare(b.label, intlTag(locale)));
}
