type Forms = { zero?: string; one: string; two?: string; few?: string; many?: string; other: string };

/** `#` in a form stands for the number, written the way the language writes it. */
const pluralIn = (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (n: number, forms: Forms) => (forms[rules.select(n)] ?? forms.other).replaceAll("#", digits.format(n));
};

export const pluralEn = pluralIn("en");
export const pluralDe = pluralIn("de");
