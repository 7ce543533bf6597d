import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownLimit, referencesIn, renderMarkdown } from "@/lib/text/markdown";
import { fill } from "@/lib/text/markdown/fill";
import { asTyped, quoted, readTyped } from "@/lib/text/markdown/typed";
import { growth, noDanger } from "./cost";

const id = "3f0c9a52-7b1e-4d7a-9c55-0123456789ab";
const other = "3f0c9a52-7b1e-4d7a-9c55-ba9876543210";
const nobody: Parameters<typeof fill>[1] = {
  mention: () => undefined,
  quote: () => undefined,
  words: {
    gone: "Former member",
    spoiler: "Spoiler",
    wrote: ({ name }) => `${name} wrote`,
    whole: "Show it all",
    copy: "Copy",
    table: "Table",
  },
};

test("spoilers are hidden until asked, in a line and as a block, and open without scripts", () => {
  expect(renderMarkdown("It was ||the *cook*||, of course")).toBe(
    '<div class="para">It was <details class="spoiler"><summary></summary><span>the <em>cook</em></span></details>, of course</div>\n',
  );
  expect(renderMarkdown("|||\nThe cook.\n\n- really\n|||")).toBe(
    '<details class="spoiler"><summary></summary>\n<p>The cook.</p>\n<ul>\n<li>really</li>\n</ul>\n</details>\n',
  );
  expect(fill(renderMarkdown("||x||"), nobody)).toContain("<summary>Spoiler</summary>");
  expect(renderMarkdown("||https://e.example/x|| and ||`x|| `")).toBe(
    '<div class="para"><details class="spoiler"><summary></summary><span><a href="https://e.example/x" rel="nofollow ugc noopener">https://e.example/x</a></span></details> and <details class="spoiler"><summary></summary><span>`x</span></details> `</div>\n',
  );
  for (const none of ["a || b", "`||x||`", "|| ||", "|||\nnever closed", "[||x||](https://e.example)"])
    expect(renderMarkdown(none)).not.toContain("<details");
});

test("a quote of somebody whom its reader blocks is folded, with what it quotes in turn; others are as they were", () => {
  const html = renderMarkdown(`> {post:${id}}\n> Hum.\n>\n> > {post:${other}}\n> > Deep.\n\nMine.\n\n> Nobody's.`);
  const quote = (one: string) => (one === id ? { folded: "By <one> you block" } : { name: "Corin", href: "#p2" });
  const shown = fill(html, { ...nobody, quote });
  expect(shown).toMatch(
    /^<blockquote><details class="blocked"><summary>By &lt;one&gt; you block<\/summary>[\s\S]*Hum\.[\s\S]*<blockquote><p class="whose"><a href="#p2">Corin wrote[\s\S]*Deep\.[\s\S]*<\/blockquote>\s*<\/details><\/blockquote>\s*<p>Mine\.<\/p>\s*<blockquote>\s*<p>Nobody/,
  );
  expect(shown.match(/<details/g)).toHaveLength(1);
});

test("in a row of a table too, where a bar is the end of a cell; two empty cells are no spoiler", () => {
  const table = (rows: string) => renderMarkdown(`| Who | What |\n| --- | --- |\n${rows}`);
  const cells = (html: string) => [...html.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
  const hidden = (words: string) => `<details class="spoiler"><summary></summary><span>${words}</span></details>`;
  expect(cells(table("| the cook | ||with a *spoon*|| |"))).toEqual(["the cook", hidden("with a <em>spoon</em>")]);
  expect(cells(table("||the cook||, he said | so ||what||"))).toEqual([
    `${hidden("the cook")}, he said`,
    `so ${hidden("what")}`,
  ]);
  expect(cells(table("|||the cook|||||what|||"))).toEqual([hidden("the cook"), hidden("what")]);
  expect(renderMarkdown("| ||Who|| |\n| --- |\n| a |")).toContain(`<th>${hidden("Who")}</th>`);
  expect(cells(renderMarkdown("> | a | b |\n> | - | - |\n> | x | ||y|| |"))).toEqual(["x", hidden("y")]);
  for (const [row, read] of [
    ["a || b || c", ["a", ""]],
    ["|a||b||c|", ["a", ""]],
    ["||b||c|", ["", "b"]],
    ["| `x` | \\|\\| |", ["<code>x</code>", "||"]],
  ] as const)
    expect(cells(table(row)), row).toEqual(read);
  // What stands after the table is no row of it.
  expect(table("| a | b |\n\n||x|| y")).toContain(`<div class="para">${hidden("x")} y</div>`);
});

test("emoji by name, in English and German; times and addresses stay what they are", () => {
  expect(renderMarkdown(":smile: :feuer:")).toBe("<p>😄 🔥</p>\n");
  expect(renderMarkdown("10:30:45 a:smile:b `:smile:` :nosuchname:")).toBe(
    "<p>10:30:45 a:smile:b <code>:smile:</code> :nosuchname:</p>\n",
  );
  expect(renderMarkdown("https://e.example/:smile:")).toContain('href="https://e.example/:smile:"');
});

test("code scrolls in its box and can be copied; tables scroll within the window", () => {
  expect(fill(renderMarkdown("```js\nx\n```"), nobody)).toBe(
    '<div class="codebox"><button type="button" class="copy" data-copy>Copy</button><pre tabindex="0"><code class="language-js">x\n</code></pre></div>\n',
  );
  expect(fill(renderMarkdown("|a|\n|-|\n|b|"), nobody)).toContain(
    '<div class="tablebox" role="region" tabindex="0" aria-label="Table"><table>',
  );
});

test("a long quote folds, a short one does not", () => {
  expect(renderMarkdown(`> ${"words ".repeat(200)}\n\nafter`)).toContain(
    '<details class="fold"><summary></summary></details>',
  );
  expect(renderMarkdown("> words")).toBe("<blockquote>\n<p>words</p>\n</blockquote>\n");
});

test("names are put in at reading, escaped, and nothing that was typed passes for a place of ours", () => {
  const evil = `@{${id}} <span data-mention="${id}"></span> \`<table>\` "<pre>"`;
  const html = fill(renderMarkdown(evil), { ...nobody, mention: () => ({ name: "<b>Bo", href: '/"x' }) });
  expect(html).toContain('<a class="mention" href="/&quot;x">@&lt;b&gt;Bo</a>');
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).not.toMatch(/<(b|table|pre)>/);
});

test("what only looks like the first line of a quote keeps its bracket", () => {
  const text = `>> [[Bo](/meadow/posts/${id}):`;
  const said = { person: () => "Bo", post: () => `[Bo](/meadow/posts/${id}):` };
  expect(
    asTyped(
      readTyped(text).stored(() => other),
      said,
    ),
  ).toBe(text);
});

test("what is typed comes back as it was typed, whatever it is", () => {
  const address = `/meadow/posts/${id}`;
  const part = fc.constantFrom(
    "@[Bo]",
    "@[No]",
    `@{${id}}`,
    "@{3}",
    "{post:2}",
    `[Bo](${address}):`,
    "> ",
    ">> ",
    "\n",
    "\n\n",
    "`",
    "```\n",
    "    ",
    "||",
    "|||\n",
    "- ",
    "|a|\n|-|\n",
    "[",
    "](x)",
    "*",
    "word ",
    ":smile:",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const typed = readTyped(text);
      expect(typed.stored(() => undefined).replaceAll(/\{post:[0-9a-f-]{36}\}/g, `[Bo](${address}):`)).toBe(text);
      const stored = typed.stored((name) => (name === "Bo" ? other : undefined));
      // Whoever is spoken to in the stored text was understood in the typed one.
      const spoken = [...referencesIn(stored).mentions.keys()];
      expect(spoken.filter((one) => one === other).length).toBe(typed.names.includes("Bo") ? 1 : 0);
      expect(
        asTyped(stored, { person: (one) => (one === other ? "Bo" : undefined), post: () => `[Bo](${address}):` }),
      ).toBe(text);
      const html = fill(renderMarkdown(stored), nobody);
      for (const tag of html.match(/<[^>]*>/g) ?? [])
        expect(tag).not.toMatch(/javascript:|\son\w+=|style=|data-mention|data-quote/);
    }),
    { numRuns: 300 },
  );
});

test("a whole post is quoted without what it quoted itself", () => {
  expect(quoted("> theirs\n\nmine\n\n\n\nand more", "[Bo](/x):")).toBe("> [Bo](/x):\n> mine\n>\n> and more\n\n");
});

const hostile: Record<string, string> = {
  "somebody spoken to without end": `@{${id}}`,
  "names that nobody answers to": "@[Bo] @[",
  "posts named in twenty quotes": `${"> ".repeat(20)}{post:${id}}\n\n`,
  "quotes that open a spoiler": "> |||\n\n",
  "lists that open a spoiler": "- |||\n",
  "a spoiler after the other": "|||\na\n",
  bars: "||",
  "tables with spoilers": "||a|||b\n-|-\n||c|||d\n# e\n",
  "a table with spoilers without end": "||a|||b\n-|-\n",
  "spoilers in a line": "||`a||[||",
  "addresses between bars": "||https://e.example/x||",
  "names of no sign": ":a:",
  "numbers like ours": "@{1}{post:1}",
};

test.each(Object.entries(hostile))("no text keeps the server busy: %s", { timeout: 60_000 }, (_name, part) => {
  const whole = part.repeat(markdownLimit / part.length);
  const { whole: spent, ratio } = growth(
    (text) => {
      fill(renderMarkdown(text), nobody);
      const stored = readTyped(text).stored(() => other);
      asTyped(stored, { person: () => "Bo", post: () => "[Bo](/x):" });
      quoted(text, "[Bo](/x):");
    },
    whole.slice(0, whole.length / 4),
    whole,
    4,
  );
  expect(spent).toBeLessThan(1000);
  // The longest text there may be, and done that soon, is no danger however it grows; on a busy machine the caches decide.
  if (spent > noDanger) expect(ratio).toBeLessThanOrEqual(3);
});
