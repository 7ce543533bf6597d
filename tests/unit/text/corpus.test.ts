import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markdownLimit, renderMarkdown } from "@/lib/text/markdown";

// Collected texts that have hurt other Markdown programs; they live beside the project and are not part of it.
const folder = join(process.cwd(), "../shared/secdata/markdown");
const present = existsSync(folder);
type Case = {
  name: string;
  pre: string;
  unit: string;
  n: number;
  mid: string;
  unit2: string;
  n2: number;
  post: string;
};

describe.skipIf(!present)("the collected texts (skipped where ../shared/secdata/markdown is absent)", () => {
  const { cases }: { cases: Case[] } = present
    ? JSON.parse(readFileSync(join(folder, "pathological.json"), "utf8"))
    : { cases: [] };

  test.each(cases.map((one) => [one.name, one] as const))("answers in time: %s", (_name, one) => {
    const share = Math.min(1, (markdownLimit - 20) / (one.n * one.unit.length + one.n2 * one.unit2.length));
    const build = (part: number) =>
      one.pre + one.unit.repeat(one.n * part) + one.mid + one.unit2.repeat(one.n2 * part) + one.post;
    const timed = (part: number) => {
      const source = build(part);
      const began = performance.now();
      renderMarkdown(source);
      return performance.now() - began;
    };
    timed(share / 2);
    const small = Math.min(timed(share / 2), timed(share / 2), timed(share / 2));
    const whole = Math.min(timed(share), timed(share), timed(share));
    expect(whole).toBeLessThan(1000);
    expect(whole).toBeLessThan(Math.max(small * 3, 10));
    // At its full size it is over the limit, and must be answered at once.
    expect(timed(1)).toBeLessThan(100 + whole);
  });

  test.each(["commonmark-spec.txt", "gfm-spec.txt", "gfm-extensions.txt"])(
    "no example of %s gets script through",
    (file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const examples = [...text.matchAll(/^`{32} example[^\n]*\n([\s\S]*?)\n?\.\n[\s\S]*?^`{32}$/gm)].map(
        ([, source]) => source ?? "",
      );
      expect(examples.length).toBeGreaterThan(10);
      for (const source of examples) {
        for (const tag of renderMarkdown(source.replaceAll("→", "\t")).match(/<[^>]*>/g) ?? []) {
          expect(tag).toMatch(
            /^<\/?(p|blockquote|ul|ol|li|hr|pre|h[3-6]|em|strong|s|code|br|a|img|table|thead|tbody|tr|th|td)\b/,
          );
          expect(tag.replace(/(title|alt)="[^"]*"/g, "")).not.toMatch(/javascript:|\son\w+=|style=/i);
        }
      }
    },
  );
});
