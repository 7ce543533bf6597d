import { describe, expect, it } from "vitest";
import { choose, readArguments } from "../../bench/arguments";
import { cpuTimes, parseStat } from "../../bench/cpu";
import { figuresOf, median, quantile, type Round } from "../../bench/figures";

describe("the figures of the bench", () => {
  it("take the middle, of an even number the mean of both middles", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it("say what 95 of 100 requests did not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile([7], 0.95)).toBe(7);
  });

  it("are a request's, so a round of more requests weighs no more than another", () => {
    const round = (requests: number, app: number, db: number): Round => {
      return { requests, seconds: 2, app, db, latencies: [1, 2, 3] };
    };
    const figures = figuresOf("a row", [round(100, 300, 100), round(10, 20, 10), round(50, 250, 50)], {
      bytes: 1,
      queries: 4,
    });
    expect(figures).toMatchObject({ app: 3, db: 1, total: 4, spread: [3, 6], perSecond: 25, requests: 160, p95: 3 });
  });

  it("count the CPU time of a process whose name holds brackets and spaces", () => {
    const line = "4711 (post) gres (x) S 12 34 56 0 -1 4194560 1 2 3 4 100 20 3 1 20 0 1 0 99 1 2";
    expect(parseStat(line)).toEqual({ pid: 4711, parent: 12, group: 34, ticks: 124 });
  });

  it("see this very process at work", () => {
    const before = cpuTimes({ app: process.pid });
    const until = performance.now() + 120;
    while (performance.now() < until);
    expect(cpuTimes({ app: process.pid }).app).toBeGreaterThan(before.app);
  });
});

describe("what the bench is asked", () => {
  it("has bounds of its own when nothing is said", () => {
    expect(readArguments([])).toEqual({ only: undefined, rounds: 5, seconds: 2, scale: 1, json: undefined });
  });

  it("writes JSON to a file, or to the console", () => {
    expect(readArguments(["--json", "out.json", "--rounds", "3"])).toMatchObject({ json: "out.json", rounds: 3 });
    expect(readArguments(["--json", "--only", "door"])).toMatchObject({ json: "-", only: "door" });
  });

  it("refuses what it does not know, and says what there is", () => {
    expect(() => readArguments(["--fast"])).toThrow("There is no --fast");
    expect(() => readArguments(["--rounds", "0"])).toThrow("--rounds takes a number");
    expect(() => choose([{ name: "door" }], "dore")).toThrow('No row is called "dore"; there are door.');
  });
});
