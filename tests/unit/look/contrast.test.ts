import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrastTable, PAIRS, ROLES, type Side, themeOf, themeStyle } from "@/lib/brands/theme";

const NASTY = [
  "#ffffff",
  "#000000",
  "#808080",
  "#fefefe",
  "#00ff00",
  "#ffff00",
  "#ff00ff",
  "#00ffff",
  "#0000ff",
].concat([
  "#ff0000",
  "#39ff14",
  "#ccff00",
  "#ff6ec7",
  "#010001",
  "#fff",
  "#0f0",
  "#7f7f80",
  "#1a0033",
  "#f5f5dc",
  "#c0ffee",
]);

describe("theme from one colour with contrast guaranteed", () => {
  it("holds every pair in both themes, over 180 hues and the whole range of chroma", () => {
    const failures: string[] = [];
    let checked = 0;
    for (let hue = 0; hue < 360; hue += 2) {
      for (const chroma of [0.02, 0.05, 0.08, 0.11, 0.14, 0.17, 0.2]) {
        for (const row of contrastTable({ hue, chroma })) {
          checked++;
          if (!row.holds) failures.push(`${row.front} on ${row.back}, ${row.side}, hue ${hue}, chroma ${chroma}`);
        }
      }
    }
    expect(checked).toBe(180 * 7 * 2 * PAIRS.length);
    expect(failures).toEqual([]);
  });

  it.each(NASTY)("holds for %s", (hex) => {
    const table = contrastTable(hex);
    expect(table).toHaveLength(2 * PAIRS.length);
    expect(table.filter((row) => !row.holds)).toEqual([]);
  });

  it("keeps a brand's hue and never its lightness", () => {
    const navy = themeOf("#001a66");
    const sky = themeOf("#4d7fff");
    expect(Math.abs(navy.hue - sky.hue)).toBeLessThan(12);
    expect(contrastTable("#ffffff")).toEqual(contrastTable("#000000"));
  });

  it("clamps chroma, and lends a colourless brand the warmth of the house", () => {
    expect(themeOf("#00ff00").chroma).toBe(0.2);
    expect(themeStyle("#808080")).toEqual({ "--brand-h": "70", "--brand-c": "0.02" });
    expect(themeOf("not a colour")).toEqual({ hue: 70, chroma: 0.02 });
  });
});

describe("one source for the colours", () => {
  const css = readFileSync(new URL("../../../app/styles/tokens.css", import.meta.url), "utf8").replace(/\s+/g, " ");

  it.each(Object.keys(ROLES) as (keyof typeof ROLES)[])("--%s in tokens.css is what is proven here", (role) => {
    const declared = new RegExp(`--${role}: (.+?);`).exec(css)?.[1] ?? "";
    const sides = [
      ...declared.matchAll(/oklch\(([\d.]+) (calc\(var\(--brand-c\) \* [\d.]+\)|\S+) (var\(--brand-h\)|[\d.]+)\)/g),
    ];
    const read = (side: Side) => sides[side === "dark" && sides.length > 1 ? 1 : 0]?.slice(1, 4);
    for (const side of ["light", "dark"] as const) {
      const { l, c, share, h }: { l: number; c?: number; share?: number; h?: number } = ROLES[role][side];
      const chroma = share === undefined ? `${c}` : share === 1 ? "var(--brand-c)" : `calc(var(--brand-c) * ${share})`;
      expect(read(side)).toEqual([`${l}`, chroma, h === undefined ? "var(--brand-h)" : `${h}`]);
    }
  });
});
