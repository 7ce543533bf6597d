import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { interactionOf } from "@/lib/scoring/elements/interaction";
import { talk } from "@/lib/scoring/elements/interaction-element";
import { selectivity } from "@/lib/scoring/elements/standing";
import { creditOf } from "@/lib/scoring/elements/ties";
import { prepare } from "@/lib/scoring/graph/prepare";
import { windowOf } from "@/lib/scoring/graph/window";
import { wilson } from "@/lib/scoring/incentives/balance";
import type { MessageInput } from "@/lib/scoring/input";
import { community } from "@/tests/support/score/community";
import { lineOf } from "@/tests/support/score/scored";
import { slowTalk } from "@/tests/support/score/slow";

describe("the fast way finds what the obvious way finds", () => {
  test.each([1, 2, 3])("on a tight community, seed %i", (seed) => {
    const all = community("tight", { people: 12, weeks: 9, seed });
    const line = lineOf(all);
    const window = windowOf(prepare(line), line.asOf);
    expect(talk(interactionOf(window, 1, false))).toBeCloseTo(slowTalk(all, line.asOf), 10);
    expect(slowTalk(all, line.asOf)).toBeGreaterThan(0.1);
  });

  test("on any talk of four people in two threads", () => {
    const message = fc.record({
      who: fc.nat(3),
      thread: fc.nat(1),
      hours: fc.integer({ min: 1, max: 30 }),
      back: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(message, { minLength: 30, maxLength: 120 }), (talked) => {
        let at = Date.UTC(2024, 0, 1);
        const all: MessageInput[] = [];
        for (const { who, thread, hours, back } of talked) {
          at += hours * 3_600_000;
          const before = all.filter((one) => one.thread === `t${thread}`);
          const answered = before[before.length - back];
          all.push({
            kind: "message",
            id: `${all.length}`,
            author: `p${who}`,
            at,
            thread: `t${thread}`,
            // Everybody answers somebody, but for openers: what answers nobody would speak to the opener.
            answers: answered?.id ?? before[0]?.id ?? "nobody",
            text: `${all.length}`,
          });
        }
        const line = lineOf(all);
        const window = windowOf(prepare(line, false), line.asOf);
        expect(talk(interactionOf(window, 1, false))).toBeCloseTo(slowTalk(all, line.asOf), 10);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

/** The worked example of lib/scoring/README.md. */
test("three friends and a visitor, as the README works it out", () => {
  const all: MessageInput[] = [];
  const monday = Date.UTC(2024, 0, 1);
  const day = 86_400_000;
  const say = (author: string, at: number, answers?: string) => {
    all.push({
      kind: "message",
      id: `${all.length + 1}`,
      author,
      at,
      thread: "tea",
      text: `words ${all.length}`,
      ...(answers && { answers }),
    });
    return `${all.length}`;
  };
  /** One says something to the other, who answers, and is answered. */
  const exchange = (a: string, b: string, at: number) => {
    const first = say(a, at);
    const second = say(b, at + 60_000, first);
    say(a, at + 120_000, second);
  };
  for (let week = 0; week < 8; week++) {
    if (week < 4) exchange("Ada", "Bo", monday + week * 7 * day);
    if (week < 3) exchange("Ada", "Cy", monday + (week * 7 + 2) * day);
    if (week < 2) exchange("Bo", "Cy", monday + (week * 7 + 4) * day);
  }
  say("Visitor", monday + 55 * day);
  const line = lineOf(all);
  const found = interactionOf(windowOf(prepare(line, false), line.asOf), 1, false);
  // Ada: second partner Cy 2/3, weeks 1 + 1 + 1 + 1/2. Bo: second partner Cy 1/3, 1 + 1 + 1/2 + 1/2. Cy: second Bo 1/3, 1 + 1 + 1/2.
  const done = (2 / 3) * 3.5 + (1 / 3) * 3 + (1 / 3) * 2.5;
  // Active: Ada 4 weeks, Bo 4, Cy 3, the visitor 1.
  expect(talk(found)).toBeCloseTo(done / 12, 10);
  expect(creditOf(4)).toBe(1);
  expect(selectivity(0.2)).toBe(100);
  expect(selectivity(0.95)).toBe(0);
  expect(wilson(0, 20)[0]).toBe(0);
});
