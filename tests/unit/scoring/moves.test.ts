import { expect, test } from "vitest";
import { bits } from "@/lib/scoring/elements/ties";
import { windowOf } from "@/lib/scoring/graph/window";
import type { MessageInput } from "@/lib/scoring/input";
import { interactionWith } from "@/lib/scoring/moves";
import { community } from "@/tests/support/score/community";
import { scored } from "@/tests/support/score/scored";

/** Half of what is said in a tight community, so that there is something to gain. */
const messages = community("tight", { people: 40, weeks: 12, seed: 5 }).filter(
  ({ thread = "" }) => [...thread].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % 5 < 2,
);
const before = scored(messages);
const window = windowOf(before.prepared, before.to!);
const { line } = before.prepared;

/** One post of each, on the last day. */
function really(a: number, b: number): readonly MessageInput[] {
  const at = messages.at(-1)!.at;
  const said = {
    kind: "message",
    space: "square",
    thread: "one more",
    text: "Is it still so quiet over there?",
  } as const;
  const [one, other] = [line.actorId(a), line.actorId(b)];
  return [
    ...messages,
    { ...said, id: "m1", author: one, at: at + 1_000, mentions: [other] },
    { ...said, id: "m2", author: other, at: at + 2_000, answers: "m1", text: "It is, and I like it." },
  ];
}

test("what one more exchange would do is what it does when it is really written", () => {
  const value = before.report.elements.interaction.value!;
  expect(value).toBeGreaterThan(5);
  expect(value).toBeLessThan(95);
  // Of those with the weakest ties the first few, and two who never spoke.
  const pairs = [...window.pairs.values()].filter((pair) => bits(pair.weeks) <= 3 && (pair.weeks & 0b1000_0000) === 0);
  const strangers = [...window.active.keys()].filter((one) => !pairs.some(({ a, b }) => a === one || b === one));
  const tried = [
    ...pairs.slice(0, 6).map(({ a, b }) => [a, b] as const),
    [strangers[0] ?? 0, strangers[1] ?? 1] as const,
  ];
  expect(tried.length).toBeGreaterThan(4);
  const found = tried.map(([a, b]) => interactionWith(before.prepared, window, a, b));
  expect(found).toEqual(tried.map(([a, b]) => scored(really(a, b)).report.elements.interaction.value));
  expect(found.some((one) => one > value)).toBe(true);
  // Nothing of the window that was asked is changed by asking.
  expect(windowOf(before.prepared, before.to!)).toEqual(window);
});
