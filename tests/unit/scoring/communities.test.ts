import { describe, expect, test } from "vitest";
import { referenceFor } from "@/lib/operate/score/reference";
import { attacked, attackNames } from "@/lib/scoring/attacks/attacks";
import { elementsOf } from "@/lib/scoring/score";
import { community, communityKinds } from "@/tests/support/score/community";
import { scored } from "@/tests/support/score/scored";

const median = (values: readonly (number | null)[]) => {
  const known = values.filter((one): one is number => one !== null).sort((a, b) => a - b);
  return known[Math.floor(known.length / 2)] ?? null;
};

describe("communities of which it is known what they are", () => {
  const limits = {
    tight: [55, 100],
    "help-desk": [0, 10],
    broadcast: [0, 5],
    beginners: [0, 10],
    "brand-run": [0, 20],
  } as const;
  for (const told of [true, false])
    for (const kind of communityKinds)
      test(`${kind}, ${told ? "with" : "without"} who answers whom`, () => {
        const { report } = scored(community(kind, { told }));
        const value = median(report.windows.map(({ interaction }) => interaction));
        expect(value).not.toBeNull();
        expect(value).toBeGreaterThanOrEqual(limits[kind][0]);
        expect(value).toBeLessThanOrEqual(limits[kind][1]);
        expect(report.trust).toBe(told ? "high" : "low");
        expect(report.elements.stakes).toMatchObject({ value: null, reason: "not visible in what you imported" });
        expect(report.elements.standing).toMatchObject({ value: null, reason: "not enough yet" });
        if (kind === "tight") expect(report.elements.stakes.parts.carried).toBeGreaterThan(20);
        else expect(report.elements.stakes.parts.carried).toBeLessThanOrEqual(5);
      });

  test("words pass from friend to friend in the tight one", () => {
    const { meaning } = scored(community("tight", { weeks: 16 })).report.elements;
    expect(meaning.reason ?? "").toBe("");
    expect(meaning.provisional).toBe(true);
    expect(meaning.value).toBeGreaterThan(20);
  });
});

describe("attacks", () => {
  const rewrites = new Set<string>(["broadcast", "help-desk"]);
  for (const told of [true, false])
    for (const name of attackNames)
      test(`${name} on a file ${told ? "with" : "without"} who answers whom`, () => {
        const { prepared, to, report } = scored(community("tight", { told, weeks: 14 }));
        const options = { seed: 1, reference: referenceFor(prepared.line, []) };
        const after = elementsOf(attacked(name, prepared, to!, 1), to!, options, false).elements;
        const before = report.elements;
        const most = (value: number) => (rewrites.has(name) ? 5 : value + 1);
        expect(after.interaction.value).not.toBeNull();
        expect(after.interaction.value).toBeLessThanOrEqual(most(before.interaction.value!));
        expect(after.stakes.value).toBeNull();
        expect(after.stakes.parts.carried ?? 0).toBeLessThanOrEqual(most(before.stakes.parts.carried!));
        expect(after.meaning.value ?? 0).toBeLessThanOrEqual(most(before.meaning.value!));
        expect(after.standing.value).toBeNull();
      });

  test.each(attackNames.filter((name) => !rewrites.has(name)))("%s makes no score where there was none", (name) => {
    const few = community("tight", { people: 6, weeks: 14 });
    const { prepared, to, report } = scored(few);
    expect(report.elements.interaction).toMatchObject({ value: null, reason: "not enough yet" });
    const options = { seed: 1, reference: referenceFor(prepared.line, []) };
    const after = elementsOf(attacked(name, prepared, to!, 1), to!, options, false).elements;
    for (const element of Object.values(after)) expect(element.value).toBeNull();
  });
});
