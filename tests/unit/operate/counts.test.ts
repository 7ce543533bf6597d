import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { playwrightCounts, vitestCounts } from "@/tests/support/run/counts.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kindling-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object) {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const clean = { code: 0, mayBeEmpty: false };
const vitest = (...tests: [string, string][]) =>
  report({
    testResults: [
      { name: "a", status: "passed", assertionResults: tests.map(([status, fullName]) => ({ status, fullName })) },
    ],
  });
const browser = (status: string, description?: string) =>
  report({
    suites: [{ file: "a", specs: [{ title: "t", tests: [{ status, annotations: [{ type: "skip", description }] }] }] }],
  });

describe("the last line of npm test is honest", () => {
  it("counts what passed", () => {
    expect(vitestCounts("unit", vitest(["passed", "one"], ["passed", "two"]), clean)).toMatchObject({
      passed: 2,
      failed: 0,
    });
    expect(playwrightCounts("browser", browser("expected"), clean)).toMatchObject({ passed: 1, failed: 0 });
  });

  it("allows a skip with its reason", () => {
    const counts = vitestCounts(
      "unit",
      vitest(["passed", "one"], ["skipped", "two [skipped: ../shared is absent]"]),
      clean,
    );
    expect(counts).toMatchObject({ passed: 1, failed: 0, skipped: 1 });
    expect(playwrightCounts("browser", browser("skipped", "skipped: no mount"), clean)).toMatchObject({
      skipped: 1,
      failed: 0,
    });
  });

  it.each([
    ["a skip without a reason", vitestCounts, () => vitest(["passed", "one"], ["skipped", "two"])],
    ["a test still to be written", vitestCounts, () => vitest(["todo", "two"])],
    ["a browser skip without a reason", playwrightCounts, () => browser("skipped")],
    ["a test that passed only when tried again", playwrightCounts, () => browser("flaky")],
    ["no test at all", vitestCounts, () => vitest()],
    ["no report", vitestCounts, () => join(folder, "absent.json")],
  ])("fails for %s", (_, counts, file) => {
    expect(counts("run", file(), clean).failed).toBe(1);
  });

  it("fails when the run failed though no test did", () => {
    expect(vitestCounts("unit", vitest(["passed", "one"]), { code: 1, mayBeEmpty: false }).failed).toBe(1);
  });

  it("fails for a file that could not be loaded", () => {
    const file = report({
      testResults: [{ name: "a", status: "failed", message: "no such module", assertionResults: [] }],
    });
    expect(vitestCounts("unit", file, { code: 1, mayBeEmpty: false })).toMatchObject({
      failed: 1,
      problems: ["a: no such module"],
    });
  });

  it("says of a failure what the runner said, in a few lines", () => {
    const failureMessages = [`\u001b[31mexpected 1 to be 2\u001b[39m\n    at a.ts:3\n${"    at b.ts:4\n".repeat(40)}`];
    const unit = report({
      testResults: [
        { name: "a", status: "failed", assertionResults: [{ status: "failed", fullName: "one", failureMessages }] },
      ],
    });
    const [problem] = vitestCounts("unit", unit, { ...clean, code: 1 }).problems;
    expect(problem).toMatch(/^a: one \(failed\)\n {6}expected 1 to be 2\n {10}at a\.ts:3\n/);
    expect(problem?.split("\n")).toHaveLength(13);
    const results = [{ errors: [{ message: "not there\nLocator: x", location: { line: 7 } }] }];
    const seen = report({
      suites: [{ file: "b", specs: [{ title: "t", tests: [{ status: "unexpected", annotations: [], results }] }] }],
    });
    expect(playwrightCounts("browser", seen, { ...clean, code: 1 }).problems).toEqual([
      "b: t (unexpected)\n      not there\n      Locator: x\n       at line 7",
    ]);
  });
});
