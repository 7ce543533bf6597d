import { describe, expect, test } from "vitest";
import { type Format, format } from "@/components/threads/composer/format";

/** A text with the selection marked by ‹ and ›, before and after. */
function pressed(kind: Format, marked: string): string {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  const text = marked.replace(/[‹›]/g, "");
  const { from, to, text: put, select } = format(kind, text, start, end);
  const after = text.slice(0, from) + put + text.slice(to);
  return `${after.slice(0, select[0])}‹${after.slice(...select)}›${after.slice(select[1])}`;
}

describe("the toolbar", () => {
  test.each<[Format, string, string]>([
    ["bold", "It ‹hums› at 40.", "It **‹hums›** at 40."],
    ["bold", "It **‹hums›** at 40.", "It ‹hums› at 40."],
    ["bold", "It ‹hums ›at", "It **‹hums›** at"],
    ["italic", "‹›", "_‹›_"],
    ["code", "run ‹kettle› now", "run `‹kettle›` now"],
    ["code", "‹one\ntwo›", "```\n‹one\ntwo›\n```\n"],
    ["spoiler", "It is ‹Dilys›.", "It is ||‹Dilys›||."],
    ["link", "see ‹this›", "see [this](‹https://›)"],
    ["link", "see ‹https://kettle.example/a›", "see [‹›](https://kettle.example/a)"],
    ["quote", "One.\n‹Two.\nThree.›", "One.\n‹> Two.\n> Three.›"],
    ["quote", "‹> Two.\n> Three.›", "‹Two.\nThree.›"],
    ["list", "One‹›\nTwo", "- One‹›\nTwo"],
  ])("%s: %s becomes %s", (kind, before, after) => expect(pressed(kind, before)).toBe(after));
});
