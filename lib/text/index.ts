import { de } from "./de/index";
import { en } from "./en/index";
import { pseudo } from "./pseudo";

export type Words = typeof en;

/** The languages people are offered. */
export const locales = ["en", "de"] as const;
/** The made-up right-to-left language of the tests; never offered, answered when asked for by its exact name. */
export const pseudoLocale = "ar-XB";
export type Locale = (typeof locales)[number] | typeof pseudoLocale;

export const localeNames: Record<Locale, string> = { en: "English", de: "Deutsch", [pseudoLocale]: "[Pseudo]" };

const catalogues: Record<Locale, Words> = { en, de, [pseudoLocale]: pseudo };

export const wordsFor = (locale: Locale): Words => catalogues[locale];

export const direction = (locale: Locale): "ltr" | "rtl" => (locale === pseudoLocale ? "rtl" : "ltr");

export const isLocale = (value: unknown): value is Locale =>
  typeof value === "string" && Object.hasOwn(catalogues, value);

/** The tags a browser asks for, best first. */
function askedFor(acceptLanguage: string | null | undefined): string[] {
  const asked = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", ...rest] = entry.trim().split(";");
      const weight = Number(
        rest
          .find((part) => part.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.trim(), weight: Number.isFinite(weight) ? weight : 0 };
    });
  return asked
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

const languageOf = (tag: string) => tag.toLowerCase().split("-")[0];

/** What the person chose, else the best the browser asks for, else English. */
export function chooseLocale(acceptLanguage: string | null | undefined, preferred?: string | null): Locale {
  if (isLocale(preferred)) return preferred;
  for (const tag of askedFor(acceptLanguage)) {
    if (isLocale(tag)) return tag;
    const match = locales.find((locale) => locale === languageOf(tag));
    if (match) return match;
  }
  return "en";
}

/** Whose way of writing dates: the first region that the browser names together with this language. */
export function regionOf(acceptLanguage: string | null | undefined, locale: Locale): string | undefined {
  const tags = askedFor(acceptLanguage).filter((tag) => languageOf(tag) === locale);
  return tags.map((tag) => tag.match(/^[a-z]{2}-([a-z]{2}|\d{3})$/i)?.[1]).find(Boolean);
}

/** The sentence for an error code `noun.code`; a code nobody wrote a sentence for says so in general words. */
export function sentence(words: Words, code: string, params: Record<string, unknown> = {}): string {
  const [noun = "", name = ""] = code.split(".");
  const catalogue = words as Record<string, { errors?: Record<string, unknown> }>;
  const errors = Object.hasOwn(catalogue, noun) ? catalogue[noun]?.errors : undefined;
  const found = errors && Object.hasOwn(errors, name) ? errors[name] : undefined;
  if (typeof found === "string") return found;
  if (typeof found === "function") return found(params);
  return words.common.errors.unexpected;
}
