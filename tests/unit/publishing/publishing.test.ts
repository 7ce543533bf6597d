import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { drawCard } from "@/lib/publishing/card";
import { excerpt } from "@/lib/publishing/excerpt";
import { monthsSince } from "@/lib/publishing/sitemap";
import { asScript } from "@/lib/publishing/structured";
import { answerXml, xml } from "@/lib/publishing/xml";
import { renderMarkdown } from "@/lib/text/markdown";

describe("the plain words of a post", () => {
  const words = (text: string, letters = 200) => excerpt(renderMarkdown(text), letters);

  test.each([
    ["One.\n\nTwo **strong** words.", "One. Two strong words."],
    ["- first\n- second", "first second"],
    ['5 < 6 & "so" isn\'t', '5 < 6 & "so" isn\'t'],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["", ""],
  ])("%j", (text, said) => expect(words(text)).toBe(said));

  test("what was hidden as a spoiler and what others said is not among them", () => {
    expect(words("Who did it? ||The gardener|| I say.")).not.toContain("gardener");
    expect(words("> The words of others.\n\nMine.")).toBe("Mine.");
  });

  test("are cut between words, by signs and not by halves of them", () => {
    expect(words("one two three four five six", 16)).toBe("one two three…");
    expect(words("🦋".repeat(50), 10)).toBe(`${"🦋".repeat(9)}…`);
  });
});

describe("XML", () => {
  test("what is put in is words: signs are written out, what XML cannot hold is left out", async () => {
    const said = "</title><script>&\"'\u0000\ufffe\ud800";
    expect(await answerXml(xml`<a b="${said}">${said}</a>`).text()).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<a b="&lt;/title&gt;&lt;script&gt;&amp;&quot;&#39;\ufffd">&lt;/title&gt;&lt;script&gt;&amp;&quot;&#39;\ufffd</a>\n',
    );
  });
});

test("data in a page ends no element, whatever was typed", () => {
  const typed = { text: "</script><script>alert(1)</script><!--" };
  expect(asScript(typed)).not.toContain("<");
  expect(JSON.parse(asScript(typed))).toEqual(typed);
});

test("months are those of the calendar, both ends among them", () => {
  expect(monthsSince(new Date("2025-11-30T23:59:59Z"), new Date("2026-02-01T00:00:00Z"))).toEqual([
    "2025-11",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
  expect(monthsSince(new Date("2026-02-01T00:00:00Z"), new Date("2026-02-28T12:00:00Z"))).toEqual(["2026-02"]);
});

describe("the picture of a link", () => {
  test.each([
    ["plain", "Does yours hum too?"],
    ["long", "Nobody told me that it would go on ".repeat(20)],
    ["signs and pictograms", '<b>"5 < 6" & so 🦋</b>'],
    ["a script the fonts do not hold", "夜明けのシフト"],
    ["empty", ""],
  ])("%s", async (_, title) => {
    const picture = sharp(await drawCard({ title, place: "The Meadow · Long Grass", colour: "#336633" }));
    expect(await picture.metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    // Something is on it: not one colour alone.
    expect((await picture.stats()).channels.some(({ stdev }) => stdev > 1)).toBe(true);
  });
});
