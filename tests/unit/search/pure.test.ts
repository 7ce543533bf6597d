import { describe, expect, test } from "vitest";
import { asAddress, readAsked } from "@/lib/search/input";
import { detected } from "@/lib/search/languages";
import { readable } from "@/lib/search/readable";
import { keysToMark, snippetOf } from "@/lib/search/snippet";
import { termsOf } from "@/lib/search/terms";
import { keysOf } from "@/lib/search/words";
import { renderMarkdown } from "@/lib/text/markdown";

describe("words", () => {
  test("are cut the same whatever they are written with", () => {
    expect(keysOf("Kettles, “whistling” — don’t; K-30 ½ café")).toEqual(
      "kettles whistling don t k 30 12 café".split(" "),
    );
    expect(keysOf("ＫＥＴＴＬＥ ﬁne")).toEqual(["kettle", "fine"]);
  });
  test("of scripts without spaces are cut by what they mean", () => {
    expect(keysOf("新しい扇風機を買いました")).toContain("扇風機");
    expect(keysOf("ฉันซื้อพัดลมใหม่")).toContain("พัดลม");
  });
  test("are bounded, however long what was typed is", () => {
    expect(keysOf("a".repeat(100_000))).toEqual(["a".repeat(60)]);
    expect(keysOf("a ".repeat(100_000)).length).toBe(20_000);
  });
});

describe("the language of a text", () => {
  test.each([
    ["I have not been there but it was on the table", "english"],
    ["Ich habe das nicht gewusst, aber es ist auch nicht schlimm", "german"],
    ["Je ne sais pas ce que vous avez dans la maison, mais c'est pour nous", "french"],
    ["No sé qué es lo que hay en la casa pero está muy bien", "spanish"],
    ["Я не знаю, что это такое", "russian"],
    ["昨日買いました", "simple"],
  ])("%s", (text, language) => expect(detected(keysOf(text))).toBe(language));
  test("is left open where a few words do not say it", () => {
    expect(detected(keysOf("Kettle broken"))).toBeUndefined();
    expect(detected(keysOf("Danke!"))).toBeUndefined();
    expect(detected([])).toBeUndefined();
  });
});

describe("what is read of a post", () => {
  const html = renderMarkdown(
    "Hello `code` & <b>\n\n> plain quote\n\n> {post:3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa}\n> said elsewhere\n>\n> > deeper\n\nafter ||the end of it||",
  );
  test("is its own words, without what it quotes from others", () => {
    const text = readable(html).replace(/\s+/g, " ").trim();
    expect(text).toContain("Hello code & <b>");
    expect(text).toContain("plain quote");
    expect(text).toContain("after the end of it");
    expect(text).not.toMatch(/elsewhere|deeper/);
  });
  test("is shown without its spoilers", () => {
    expect(readable(html, { spoilers: false })).not.toContain("the end of it");
    expect(readable(html, { spoilers: false })).toContain("after");
  });
});

describe("what is asked", () => {
  test("in quotation marks, with a minus, and while it is being typed", () => {
    const said = (typed: string) =>
      termsOf(typed).map(({ keys, not, begins }) => `${not ? "-" : ""}${keys.join("_")}${begins ? "*" : ""}`);
    expect(said('green "tea pot" -cup -"red jug" ket')).toEqual(["green", "tea_pot", "-cup", "-red_jug", "ket*"]);
    expect(said("kettle ")).toEqual(["kettle"]);
    expect(said('"unfinished phrase')).toEqual(["unfinished_phrase"]);
    expect(said("-")).toEqual([]);
    expect(said("word ".repeat(100)).length).toBe(12);
  });
  test("stands in the address as it was read from it", () => {
    const address = { q: "kettle ", space: "meadow", by: "Una", from: "2026-01-31", tag: "x", picture: "1" };
    expect(asAddress(readAsked(address))).toEqual(address);
    expect(
      asAddress(readAsked({ q: ["a"], from: "2026-02-31", space: "../a", sort: "worst", picture: "yes" })),
    ).toEqual({});
  });
});

describe("a snippet", () => {
  const mark = (text: string, ...words: string[]) =>
    keysToMark(text)
      .map((key) => (words.includes(key) ? `<${key}>` : key))
      .join(" ");
  test("shows the place that says most of it, in the words of the text", () => {
    const text = `${"Nothing here. ".repeat(60)}The kettle, it whistled! ${"And on. ".repeat(60)}`;
    const parts = snippetOf(text, mark(text, "kettle", "whistled"));
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual(["kettle", "whistled"]);
    expect(parts[0]).toEqual({ text: "…", hit: false });
    expect(parts.map((part) => part.text).join("").length).toBeLessThan(320);
  });
  test("is how the text begins where nothing of it is there", () => {
    expect(snippetOf("Short and whole.", "")).toEqual([{ text: "Short and whole.", hit: false }]);
  });
});
