import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { community } from "@/tests/support/score/community";
import { asJsonl, asSlack, writeZip } from "@/tests/support/score/exports";

const place = mkdtempSync(join(tmpdir(), "kindling-score-"));
afterAll(() => rmSync(place, { recursive: true }));
const talk = community("tight", { people: 36, weeks: 12 });
const file = join(place, "talk.jsonl");
writeFileSync(file, asJsonl(talk));

/** The command as it is typed, after npm. */
function score(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ["lib/operate/score.mjs", ...args], {
    env: { ...process.env, DATABASE_URL: "nowhere" },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

const one = (value: unknown, path: string) => {
  if (value === null) return;
  expect(typeof value, path).toBe("number");
  expect(value as number, path).toBeGreaterThanOrEqual(0);
  expect(value as number, path).toBeLessThanOrEqual(100);
  expect(Math.round((value as number) * 10) / 10, path).toBe(value);
};

/** Everything that issue and method promise of the object. */
// biome-ignore lint/suspicious/noExplicitAny: what comes from outside is looked at as it is.
function holds(report: any) {
  expect(Object.keys(report.elements)).toEqual(["interaction", "meaning", "stakes", "standing"]);
  for (const [name, element] of Object.entries<Record<string, unknown>>(report.elements)) {
    for (const key of ["value", "low", "high", "whereYouAre"]) one(element[key], `${name}.${key}`);
    for (const [part, value] of Object.entries(element.parts as object)) one(value, `${name}.parts.${part}`);
    expect(element.reason === null).toBe(typeof element.value === "number");
    expect(typeof element.provisional).toBe("boolean");
    if (typeof element.value === "number") {
      expect(element.low as number).toBeLessThanOrEqual(element.value);
      expect(element.high as number).toBeGreaterThanOrEqual(element.value);
    }
    for (const evidence of element.evidence as { id: string; why: string }[]) {
      expect(talk.some(({ id }) => id === evidence.id)).toBe(true);
      expect(evidence.why).toMatch(/\w/);
    }
  }
  for (const row of report.windows)
    for (const key of ["interaction", "meaning", "stakes", "standing"]) one(row[key], key);
  for (const row of report.spaces) for (const key of ["interaction", "carried"]) one(row[key], key);
}

describe("npm run --silent score", () => {
  test("prints one object with --json, and nothing else", async () => {
    const { code, out, err } = await score(file, "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      ..."method window members posts trust elements spaces windows incentives lexicon".split(" "),
    ]);
    holds(report);
    expect(report.window).toEqual({ from: "2024-01-29", to: "2024-03-24" });
    expect(report.windows.map(({ to }: { to: string }) => to).at(-1)).toBe("2024-03-24");
    expect(report.elements.interaction.value).toBeGreaterThan(55);
    expect(report.members).toBe(36);
  });

  test("tells a person the same without it", async () => {
    const { code, out } = await score(file);
    expect(code).toBe(0);
    expect(out).toContain("Read as jsonl. Eight weeks, 2024-01-29 to 2024-03-24: 36 active members");
    expect(out).toMatch(/Repeated interaction\s+\d/);
    expect(out).toMatch(/Real stakes\s+not visible in what you imported/);
  });

  test("has three keys more with an attack, of the same window", async () => {
    const { code, out } = await score(file, "--json", "--attack", "ring", "--seed=7");
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(Object.keys(report).slice(-3)).toEqual(["attack", "before", "after"]);
    expect(report.attack).toBe("ring");
    expect(report.before.elements).toEqual(report.elements);
    expect(report.after.elements.interaction.value).toBeLessThanOrEqual(report.elements.interaction.value + 1);
    expect(report.window.to).toBe("2024-03-24");
  });

  test("looks back from another day, in another zone", async () => {
    const { out } = await score(file, "--json", "--as-of", "2024-03-10", "--zone", "Pacific/Kiritimati");
    expect(JSON.parse(out).window).toEqual({ from: "2024-01-15", to: "2024-03-10" });
  });

  test("answers nulls and 0 for too little", async () => {
    const few = join(place, "few.jsonl");
    writeFileSync(few, asJsonl(talk.slice(0, 20)));
    const { code, out } = await score(few, "--json");
    expect(code).toBe(0);
    const { elements } = JSON.parse(out);
    expect(elements.interaction).toMatchObject({ value: null, low: null, high: null, reason: "not enough yet" });
    expect(elements.stakes.reason).toBe("not visible in what you imported");
  });

  test("reads an archive by what is in it", async () => {
    const zip = await writeZip(join(place, "export.zip"), asSlack(talk));
    const { code, out } = await score(zip, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out).members).toBe(36);
  });

  test.each([
    ["no path", []],
    ["two paths", [file, file]],
    ["a file that is not there", [join(place, "none.jsonl"), "--json"]],
    ["an unknown option", [file, "--colour", "red"]],
    ["an unknown format", [file, "--format", "papyrus"]],
    ["an unknown attack", [file, "--attack", "dragons"]],
    ["no day", [file, "--as-of", "2024-02-30"]],
    ["no zone", [file, "--zone", "Middle/Earth"]],
    ["no seed", [file, "--seed", "-1"]],
    ["a catalogue that is not there", [file, "--catalogue", join(place, "none")]],
    ["a file of another format", [file, "--format", "slack", "--json"]],
    ["a file that is no export", ["package.json", "--json"]],
  ])("refuses %s with 2 and one line", async (_, args) => {
    const { code, out, err } = await score(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^kindling: [^\n]+\n$/);
  });
});
