import { expect, test } from "vitest";
import { drawLore } from "@/lib/lexicon/draw";
import { termMarker } from "@/lib/lexicon/place";
import { renderMarkdown } from "@/lib/text/markdown";
import { fill } from "@/lib/text/markdown/fill";

const words = { gone: "gone", spoiler: "Spoiler", wrote: () => "", whole: "Whole", copy: "Copy", table: "Table" };
const drawn = (text: string) => fill(renderMarkdown(text), { mention: () => undefined, quote: () => undefined, words });
const terms = [
  { id: "1", term: "moth light", lore: "It began with a **bat**. Then came the lamp." },
  { id: "2", term: "moth", lore: null },
  { id: "3", term: "don't-worry", lore: null },
  { id: "4", term: "虫の声", lore: null },
  { id: "5", term: "grüßli", lore: 'Said by "somebody" <once>.' },
];
const mark = termMarker(terms, (id) => `/meadow/lexicon/${id}`);
const found = (html: string) =>
  [...html.matchAll(/<a class="term" href="[^"]*\/(\d)"[^>]*>([^<]*)<\/a>/g)].map(([, id, said]) => `${id} ${said}`);

test("a word is marked as it was written, once in a post; two words in a row before one of them", () => {
  const html = mark(drawn("A Moth light, and another moth-light. Two MOTHS and a moth."));
  expect(found(html)).toEqual(["1 Moth light", "2 moth"]);
  expect(html).toContain('data-lore="It began with a bat."');
  expect(html.replace(/<a class="term"[^>]*>([^<]*)<\/a>/g, "$1")).toBe(
    drawn("A Moth light, and another moth-light. Two MOTHS and a moth."),
  );
});

test("never in code, links, quotes, headings, spoilers or what can be pressed", () => {
  const away = [
    "`moth`",
    "```\nmoth\n```",
    "[a moth](https://pages.example/moth)",
    "https://pages.example/moth",
    "> a moth",
    "# moth",
    "||moth||",
    "|||\nmoth\n|||",
  ];
  for (const text of away) expect(found(mark(drawn(text))), text).toEqual([]);
  expect(found(mark(drawn(`${away.join("\n\n")}\n\nA **moth**.`)))).toEqual(["2 moth"]);
  expect(found(mark(drawn("> quoted\n\n- a list with a moth\n\n| a | b |\n|---|---|\n| x | moth |")))).toEqual([
    "2 moth",
  ]);
});

test("whole words in any script, and nothing that was typed becomes markup", () => {
  expect(found(mark(drawn("mothers, behemoth, moth_er")))).toEqual([]);
  expect(found(mark(drawn("So ein Grüßli!")))).toEqual(["5 Grüßli"]);
  expect(mark(drawn("grüßli"))).toContain('data-lore="Said by &quot;somebody&quot; &lt;once&gt;."');
  const typed = drawn('<script>alert(1)</script> & "moth" <b>');
  expect(mark(typed)).toBe(typed.replace("moth", '<a class="term" href="/meadow/lexicon/2" data-lore="">moth</a>'));
});

test("of no words nothing is touched", () => {
  const html = drawn("A moth & a light");
  expect(termMarker([], String)(html)).toBe(html);
});

test("a story speaks to nobody, quotes no post and shows no picture", () => {
  const id = "3f0c9a52-7b1e-4d7a-9c55-aaaaaaaaaaaa";
  const html = drawLore(`![A bat](/files/${id}/large) said @{${id}}\n\n> {post:${id}}\n> words`, words);
  expect(html).not.toMatch(/<img|data-|href/);
  expect(html).toContain("A bat");
  expect(html).toContain("words");
});
