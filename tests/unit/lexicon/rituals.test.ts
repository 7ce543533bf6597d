import { expect, test } from "vitest";
import { type Begun, ritualsAmong } from "@/lib/lexicon/rituals";

const three = ["ada", "bo", "cy"];
const begun = (title: (n: number) => string, days: number[], people: (n: number) => string[] = () => three): Begun[] =>
  days.map((day, n) => ({ id: `${title(0)} ${n}`, title: title(n), day, people: people(n) }));
const weekly = [20_000, 20_007, 20_014, 20_022, 20_028];

test("threads of one title, week after week, with people who come back: the latest first", () => {
  const rituals = ritualsAmong(
    begun((n) => `Night recordings #${n + 1}`, weekly),
    "en",
  );
  expect(rituals).toEqual([{ every: 7, threads: [4, 3, 2, 1, 0].map((n) => `Night recordings #1 ${n}`) }]);
});

test("what says which time it was is no part of the title, in the community's own language too", () => {
  const months = ["März", "April", "Mai", "Juni", "Juli"];
  const monthly = [0, 31, 61, 92, 122].map((at) => 20_000 + at);
  expect(
    ritualsAmong(
      begun((n) => `Was wir im ${months[n]} 2026 hörten`, monthly),
      "de",
    ),
  ).toHaveLength(1);
  expect(
    ritualsAmong(
      begun((n) => `Was wir im ${months[n]} 2026 hörten`, monthly),
      "en",
    ),
  ).toEqual([]);
  expect(
    ritualsAmong(
      begun((n) => `${n + 1}st Friday thread`, weekly),
      "de",
    ),
  ).toHaveLength(1);
});

test("no ritual: too few, all at once, no rhythm, nobody who returns, or a title that says nothing else", () => {
  const title = () => "Night recordings";
  expect(ritualsAmong(begun(title, weekly.slice(0, 3)), "en")).toEqual([]);
  expect(ritualsAmong(begun(title, [20_000, 20_001, 20_002, 20_003, 20_004]), "en")).toEqual([]);
  expect(ritualsAmong(begun(title, [20_000, 20_007, 20_090, 20_160, 20_163]), "en")).toEqual([]);
  expect(
    ritualsAmong(
      begun(title, weekly, (n) => [`somebody ${n}`, "ada", "bo"]),
      "en",
    ),
  ).toEqual([]);
  expect(
    ritualsAmong(
      begun((n) => `Monday ${n}`, weekly),
      "en",
    ),
  ).toEqual([]);
  expect(
    ritualsAmong(
      begun(title, weekly, (n) => (n < 3 ? three : ["ada"])),
      "en",
    ),
  ).toHaveLength(1);
});
