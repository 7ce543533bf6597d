import { expect, test } from "vitest";
import { chooseLocale, direction, isLocale, regionOf, sentence, wordsFor } from "@/lib/text";
import { de } from "@/lib/text/de/index";
import { en } from "@/lib/text/en/index";
import { pluralDe, pluralEn } from "@/lib/text/plural";
import { pseudo } from "@/lib/text/pseudo";

type Entry = { path: string; kind: string; source: string };

function entries(node: unknown, path = ""): Entry[] {
  if (typeof node === "object" && node !== null) {
    return Object.entries(node).flatMap(([key, child]) => entries(child, path ? `${path}.${key}` : key));
  }
  return [{ path, kind: typeof node, source: String(node) }];
}

const shape = (node: unknown) =>
  entries(node)
    .map(({ path, kind }) => `${path} ${kind}`)
    .sort();

test("every language has the same entries, each of the same kind", () => {
  expect(shape(en).length).toBeGreaterThan(100);
  expect(shape(de)).toEqual(shape(en));
  expect(shape(pseudo)).toEqual(shape(en));
});

test("every noun keeps its error sentences in errors", () => {
  for (const [noun, words] of Object.entries(en)) expect(words, noun).toHaveProperty("errors");
});

test.each([
  ["English", en],
  ["German", de],
])("%s is calm: no exclamation marks, no long dashes, no empty entry", (_name, words) => {
  for (const { path, kind, source } of entries(words)) {
    const said = kind === "function" ? (source.match(/`[^`]*`|"[^"]*"|'[^']*'/g) ?? []).join(" ") : source;
    expect(said, path).not.toMatch(/!|\u2014|\u2013 /);
    expect(source.trim(), path).not.toBe("");
  }
});

test("the made-up language is longer, runs right to left, and leaves names alone", () => {
  expect(direction("ar-XB")).toBe("rtl");
  expect(pseudo.common.save).toMatch(/^\[\u202e.*\u202c\]$/u);
  expect(pseudo.common.skipToContent.length).toBeGreaterThan(en.common.skipToContent.length * 1.4);
  expect(pseudo.mail.joinRequest.text({ person: "Ada Okonkwo", community: "Tea" })).toContain("Ada Okonkwo");
});

test("numbers choose their form and are written as the language writes them", () => {
  const forms = { one: "# reply", other: "# replies" };
  expect([0, 1, 2, 1200].map((n) => pluralEn(n, forms))).toEqual([
    "0 replies",
    "1 reply",
    "2 replies",
    "1,200 replies",
  ]);
  expect(pluralDe(1200, { one: "# Antwort", other: "# Antworten" })).toBe("1.200 Antworten");
});

test("the language is the person's, else the browser's best, else English", () => {
  expect(chooseLocale("de-AT,en;q=0.5", "en")).toBe("en");
  expect(chooseLocale("fr, de-AT;q=0.8, en;q=0.5")).toBe("de");
  expect(chooseLocale("en;q=0.2, de;q=0.9")).toBe("de");
  expect(chooseLocale("de;q=0")).toBe("en");
  expect(chooseLocale("ar-XB")).toBe("ar-XB");
  expect(chooseLocale("ar")).toBe("en");
  expect(chooseLocale(null, "constructor")).toBe("en");
  expect(chooseLocale(";;;,=,q=".repeat(1000))).toBe("en");
  expect(isLocale("__proto__")).toBe(false);
});

test("the region is the first that the browser names with the language that is read", () => {
  expect(regionOf("en-GB,en;q=0.9", "en")).toBe("GB");
  expect(regionOf("de-AT,de;q=0.9,en-US;q=0.8", "en")).toBe("US");
  expect(regionOf("de-AT,de;q=0.9,en-US;q=0.8", "de")).toBe("AT");
  expect(regionOf("en,en-US;q=0.5,en-GB;q=0.7", "en")).toBe("GB");
  expect(regionOf("es-419,en-001;q=0.5", "en")).toBe("001");
  for (const none of ["en", "fr-FR", "en-Latn-GB", "en-x-lol", "en-GBR", "en-../..", "", null])
    expect(regionOf(none, "en"), String(none)).toBeUndefined();
});

test("an error code becomes its sentence; an unknown one the general sentence", () => {
  const words = wordsFor("en");
  expect(sentence(words, "accounts.emailTaken")).toBe(en.accounts.errors.emailTaken);
  expect(sentence(words, "files.tooLarge", { megabytes: 8 })).toContain("8 MB");
  for (const code of ["nothing", "accounts.nothing", "constructor.name", "accounts.toString", "", "__proto__.x"]) {
    expect(sentence(words, code), code).toBe(en.common.errors.unexpected);
  }
});
