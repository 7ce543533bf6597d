import { describe, expect, test } from "vitest";
import { changeLimitsInput, minutesOf } from "@/lib/moderation/limits/input";
import { fewest, greatest, limitNames, settingOf, spans, usual } from "@/lib/moderation/limits/numbers";
import { allowed, type Facts, known, trusted, trustOf, trusts } from "@/lib/moderation/limits/trust";
import { registry } from "@/lib/settings/registry";
import { sentence, wordsFor } from "@/lib/text";

const somebody = (facts: Partial<Facts>): Facts => ({
  days: known.days,
  posts: known.posts,
  removed: 0,
  suspended: false,
  represents: false,
  ...facts,
});
const longHere = (facts: Partial<Facts> = {}) =>
  somebody({ days: trusted.days, posts: trusted.posts, removed: 0, ...facts });

describe("how far somebody is trusted", () => {
  test.each<[string, Facts, string]>([
    ["just joined", somebody({ days: 0, posts: 0 }), "newcomer"],
    ["three days and five posts", somebody({}), "known"],
    ["a day too few", somebody({ days: known.days - 1 }), "newcomer"],
    ["a post too few", somebody({ posts: known.posts - 1 }), "newcomer"],
    ["two months and fifty posts", longHere(), "trusted"],
    ["a day short of two months", longHere({ days: trusted.days - 1 }), "known"],
    ["forty-nine posts", longHere({ posts: trusted.posts - 1 }), "known"],
    ["one in fifty removed", longHere({ removed: 1 }), "trusted"],
    ["two of fifty-two removed", longHere({ removed: 2 }), "known"],
    ["one in five removed", longHere({ posts: 80, removed: 20 }), "known"],
    ["more than one in five removed", longHere({ posts: 79, removed: 21 }), "newcomer"],
    ["all that they wrote removed", somebody({ posts: 0, removed: 1 }), "newcomer"],
    ["suspended lately", longHere({ suspended: true }), "newcomer"],
    ["represents the brand since today", somebody({ days: 0, posts: 0, represents: true }), "trusted"],
    ["represents the brand, and was suspended", longHere({ suspended: true, represents: true }), "newcomer"],
    ["represents the brand, and was removed", longHere({ posts: 79, removed: 21, represents: true }), "newcomer"],
  ])("%s", (_, facts, trust) => expect(trustOf(facts)).toBe(trust));
});

test("a newcomer has half of it, somebody trusted twice as much, nobody nothing", () => {
  expect(trusts.map((trust) => allowed(30, trust))).toEqual([15, 30, 60]);
  expect(trusts.map((trust) => allowed(3, trust))).toEqual([1, 3, 6]);
  expect(trusts.map((trust) => allowed(fewest, trust))).toEqual([1, 2, 4]);
  expect(allowed(1, "newcomer")).toBe(1);
});

describe("what a manager may choose", () => {
  const typed = Object.fromEntries(
    limitNames.flatMap((name) => [
      [name, String(usual[name].most)],
      [minutesOf(name), String(usual[name].minutes)],
    ]),
  );
  const refused = (more: Record<string, string | undefined>) =>
    changeLimitsInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path, message }) => [path[0], message]);

  test("the usual numbers are ones, and so are the least and the most", () => {
    expect(changeLimitsInput.parse(typed)).toEqual(usual);
    for (const most of [fewest, greatest])
      expect(changeLimitsInput.parse({ ...typed, posts: ` ${most} ` }).posts).toEqual({ most, minutes: 10 });
    for (const name of limitNames) expect(registry[settingOf[name]].default).toEqual(usual[name]);
  });

  test.each(["", "1", "0", "-5", "301", "9999", "2.5", "1e2", "ten", "٣٠", "0x10"])("not %j", (posts) =>
    expect(refused({ posts })).toEqual([["posts", "limits.wrongNumber"]]),
  );

  test("only the spans that are offered, and nothing left out", () => {
    for (const span of spans) expect(refused({ postsMinutes: String(span) })).toBeUndefined();
    for (const span of ["0", "11", "", "Infinity"])
      expect(refused({ postsMinutes: span })).toEqual([["postsMinutes", "common.invalid"]]);
    expect(refused({ flags: undefined, flagsMinutes: undefined })).toEqual([
      ["flags", "limits.wrongNumber"],
      ["flagsMinutes", "common.invalid"],
    ]);
  });
});

test("the sentence says the numbers that hold, and the time in minutes or hours, never too short", () => {
  for (const locale of ["en", "de"] as const) {
    const words = wordsFor(locale);
    expect(sentence(words, "limits.wrongNumber")).toMatch(new RegExp(`\\b${fewest} .*\\b${greatest}\\b`));
    for (const name of limitNames)
      expect(sentence(words, `limits.${name}`, { minutes: 4 })).toMatch(/\b4 Minute|\b4 minute/);
  }
  const said = (minutes: number) => sentence(wordsFor("en"), "limits.posts", { minutes });
  expect(said(4)).toBe("You can post again in 4 minutes. Your text is kept.");
  expect(said(1)).toContain("in a minute.");
  expect(said(59)).toContain("in 59 minutes.");
  expect(said(60)).toContain("in an hour.");
  expect(said(61)).toContain("in 2 hours.");
  expect(said(1441)).toContain("in 25 hours.");
});
