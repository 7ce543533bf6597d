import { LanguageForm } from "@/components/accounts/language-form";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import { localeNames, locales } from "@/lib/text";

/** The languages this page is not in, for visitors; who is signed in chooses in the settings. */
export async function Languages() {
  const { viewer, locale, words, form, here } = await openPage();
  if (viewer.personId) return null;
  const others = locales.filter((each) => each !== locale).map((each) => ({ locale: each, name: localeNames[each] }));
  return (
    <LanguageForm
      form={form(doing.account("language"))}
      label={words.accounts.profile.language}
      languages={others}
      next={here}
    />
  );
}
