import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { markdownLimit, renderMarkdown } from "@/lib/text/markdown";
import { growth, noDanger, work } from "./cost";

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

  test.each(cases.map((one) => [one.name, one] as const))("answers in time: %s", { timeout: 60_000 }, (_name, one) => {
    const share = Math.min(1, (markdownLimit - 20) / (one.n * one.unit.length + one.n2 * one.unit2.length));
    const build = (part: number) =>
      one.pre + one.unit.repeat(one.n * part) + one.mid + one.unit2.repeat(one.n2 * part) + one.post;
    const [part, fits, tooLong] = [build(share / 2), build(share), build(1)];
    const { whole, ratio } = growth(renderMarkdown, part, fits);
    expect(whole).toBeLessThan(1000);
    // The longest text there may be, and done that soon, is no danger however it grows; on a busy machine the caches decide.
    if (whole > noDanger) expect(ratio).toBeLessThanOrEqual(3);
    // At its full size it is over the limit, and must be answered at once.
    expect(work(() => renderMarkdown(tooLong))).toBeLessThan(300);
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
