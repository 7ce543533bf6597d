import { describe, expect, test } from "vitest";
import type { MessageInput } from "@/lib/scoring/input";
import type { Report } from "@/lib/scoring/output";
import { Random } from "@/lib/scoring/random";
import { community } from "@/tests/support/score/community";
import { scored, shuffledOf } from "@/tests/support/score/scored";

// Each law is also told of a change that it must notice: a law that nothing breaks holds nothing.

const weekMs = 7 * 86_400_000;
const talk = community("tight", { people: 36, weeks: 12 });
const quiet = community("tight", { people: 36, weeks: 12, told: false });

/** The report without what names people or days. */
const values = ({ elements, windows, spaces, incentives, members, posts, trust }: Report) => ({
  elements: Object.fromEntries(
    Object.entries(elements).map(([name, { evidence, ...rest }]) => [name, { ...rest, evidence: evidence.length }]),
  ),
  windows: windows.map(({ interaction, meaning, stakes, standing }) => ({ interaction, meaning, stakes, standing })),
  spaces: spaces.map(({ posts, interaction, carried }) => ({ posts, interaction, carried })),
  incentives,
  members,
  posts,
  trust,
});
const of = (all: readonly MessageInput[]) => values(scored(all).report);

describe.each([
  ["with", talk],
  ["without", quiet],
] as const)("on a file %s who answers whom", (_, all) => {
  const before = of(all);

  test("the order of the input changes nothing", () => {
    const random = new Random(5);
    expect(of(shuffledOf(all, (limit) => random.below(limit)))).toEqual(before);
    // Planted: what is said in another order is another talk.
    const times = all.map(({ at }) => at);
    expect(of([...all].reverse().map((one, i) => ({ ...one, at: times[i]! })))).not.toEqual(before);
  });

  test("the same id read twice changes nothing", () => {
    expect(of([...all, ...all.slice(0, 500)])).toEqual(before);
    // Planted: read under another id, it is said twice.
    expect(
      of([...all, ...all.slice(-500).map((one) => ({ ...one, id: `again ${one.id}`, at: one.at + 1 }))]),
    ).not.toEqual(before);
  });

  test("a shift by whole weeks changes nothing", () => {
    expect(of(all.map((one) => ({ ...one, at: one.at + 7 * weekMs })))).toEqual(before);
    // Planted: half a day is no whole week.
    expect(of(all.map((one) => ({ ...one, at: one.at + weekMs / 14 })))).not.toEqual(before);
  });

  test("other names for people, messages and threads change nothing, not even an interval", () => {
    const random = new Random(9);
    const names = new Map<string, string>();
    const other = (name: string) => {
      if (!names.has(name)) names.set(name, `${Math.floor(random.next() * 1e12).toString(36)}`);
      return names.get(name)!;
    };
    const renamed = all.map((one) => ({
      ...one,
      id: other(`id ${one.id}`),
      author: other(one.author),
      thread: other(`thread ${one.thread}`),
      ...(one.answers && { answers: other(`id ${one.answers}`) }),
    }));
    expect(of(renamed)).toEqual(before);
    // Planted: two people under one name are another community.
    expect(of(all.map((one) => (one.author === "person 2" ? { ...one, author: "person 3" } : one)))).not.toEqual(
      before,
    );
  });
});

test("the seed moves intervals, and no value of interaction", () => {
  const some = community("tight", { people: 36, weeks: 10 }).filter(
    ({ author }, i) => i % 3 > 0 || author.endsWith("1"),
  );
  const one = scored(some, 1).report.elements.interaction;
  const other = scored(some, 2).report.elements.interaction;
  expect(one.value).toBeLessThan(95);
  expect(other.value).toBe(one.value);
  expect([other.low, other.high]).not.toEqual([one.low, one.high]);
  expect(scored(talk, 1).report).toEqual(scored(talk, 1).report);
});

test("without a post that is shown as evidence of interaction, the part it explains is lower", () => {
  // Among many who only ask: a part that stands at 100 shows no single post.
  const asking = community("beginners", { weeks: 10 }).map((one) => ({
    ...one,
    id: `q ${one.id}`,
    ...(one.answers && { answers: `q ${one.answers}` }),
  }));
  const some = [...community("tight", { people: 12, weeks: 10 }), ...asking];
  const { report } = scored(some);
  const { interaction } = report.elements;
  expect(interaction.evidence.length).toBeGreaterThan(0);
  // Who answered it answers nobody any more.
  const without = (post: string) =>
    scored(some.flatMap((one) => (one.id === post ? [] : [one.answers === post ? { ...one, answers: "gone" } : one])))
      .report.elements;
  for (const { id } of interaction.evidence.slice(0, 3))
    expect(without(id).interaction.parts.talk!).toBeLessThan(interaction.parts.talk!);
});
