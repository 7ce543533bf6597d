import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { addressFile, addressSource, drawIcons, spriteFile } from "@/tests/support/icons";

test("the file of the icons is what its list says; otherwise: npm run icons", () => {
  const { sprite, version } = drawIcons();
  expect(readFileSync(spriteFile, "utf8")).toBe(sprite);
  expect(readFileSync(addressFile, "utf8")).toBe(addressSource(version));
  expect(sprite.match(/<symbol/g)!.length).toBeGreaterThan(60);
});

test("it is well-formed: a browser draws nothing at all of a file that is not", () => {
  const { sprite } = drawIcons();
  const comments = [...sprite.matchAll(/<!--([\s\S]*?)-->/g)].map(([, text]) => text!);
  expect(comments.filter((text) => text.includes("--"))).toEqual([]);
  const open: string[] = [];
  for (const [, end, name, itself] of sprite.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?)([\w-]+)[^>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!itself) open.push(name!);
  }
  expect(open).toEqual([]);
});
