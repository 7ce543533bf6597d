import { type Locale, pseudoLocale } from "./index";

/** The tag Intl is asked with; the made-up language borrows Arabic's order and European digits. */
export const intlTag = (locale: Locale) => (locale === pseudoLocale ? "ar-u-nu-latn" : locale);

export const number = (n: number, locale: Locale) => new Intl.NumberFormat(intlTag(locale)).format(n);

/** A share between 0 and 1. */
export const percent = (share: number, locale: Locale) =>
  new Intl.NumberFormat(intlTag(locale), { style: "percent", maximumFractionDigits: 0 }).format(share);

export const megabytes = (bytes: number, locale: Locale) =>
  new Intl.NumberFormat(intlTag(locale), { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }).format(
    bytes / 1_000_000,
  );

export const list = (items: string[], locale: Locale) =>
  new Intl.ListFormat(intlTag(locale), { type: "conjunction" }).format(items);
