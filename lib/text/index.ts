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

/** What the person chose, else the best the browser asks for, else English. */
export function chooseLocale(acceptLanguage: string | null | undefined, preferred?: string | null): Locale {
  if (isLocale(preferred)) return preferred;
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
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    if (isLocale(tag)) return tag;
    const language = tag.toLowerCase().split("-")[0];
    const match = locales.find((locale) => locale === language);
    if (match) return match;
  }
  return "en";
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
