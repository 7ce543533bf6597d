import { expect, test } from "vitest";
import { markdownLimit, renderMarkdown } from "@/lib/text/markdown";
import { growth, noDanger } from "./cost";

test("what people write every day", () => {
  expect(renderMarkdown("Hello **you**, ~~no~~ _yes_\nnext line")).toBe(
    "<p>Hello <strong>you</strong>, <s>no</s> <em>yes</em><br />\nnext line</p>\n",
  );
  expect(renderMarkdown("# Big")).toBe("<h3>Big</h3>\n");
  expect(renderMarkdown("|a|b|\n|:-:|-|\n|1|2|")).toContain('<td class="align-center">1</td>');
  expect(renderMarkdown("```js\nx < 1\n```")).toBe('<pre><code class="language-js">x &lt; 1\n</code></pre>\n');
});

test("links say that they are not ours to vouch for", () => {
  const link = '<a href="https://e.example/" rel="nofollow ugc noopener">';
  expect(renderMarkdown("[e](https://e.example/)")).toContain(link);
  expect(renderMarkdown("https://e.example/")).toContain(link);
});

test("pictures are shown from here only; others become links", () => {
  expect(renderMarkdown("![cat](/files/0192-ab/full)")).toContain(
    '<img src="/files/0192-ab/full" alt="cat" loading="lazy" />',
  );
  const tracked = renderMarkdown("![cat](https://spy.example/1.png)");
  expect(tracked).not.toContain("<img");
  expect(tracked).toContain(">cat</a>");
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt&colon;alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](vbscript:x)",
  "[x](//evil.example)",
  "![x](javascript:alert(1))",
  '[x](https://e.example "\\" onmouseover=alert(1) \\"")',
  '```" onclick=alert(1)\nx\n```',
  '<https://e.example/"onclick=alert(1)>',
  "<svg><style><img src onerror=alert(1)>",
])("does no harm: %s", (source) => {
  const html = renderMarkdown(source);
  const tags = html.match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    expect(tag.replace(/(title|alt)="[^"]*"/g, "")).not.toMatch(
      /<(script|style|svg|iframe)|\son\w+=|style=|href="(javascript|data|vbscript|\/\/)/i,
    );
  }
});

const hostile: Record<string, (size: number) => string> = {
  "nested emphasis": (n) => "*a **a ".repeat(n / 14) + "b".padEnd(1) + " a** a*".repeat(n / 14),
  "openers without closers": (n) => "_a ".repeat(n / 3),
  "open brackets": (n) => "[".repeat(n / 2) + "]".repeat(n / 2),
  "unclosed links": (n) => "[a](<b".repeat(n / 6),
  "growing backticks": (n) => Array.from({ length: Math.sqrt(n) }, (_, i) => "`".repeat(i)).join(" "),
  "unclosed comments": (n) => `</${"<!--".repeat(n / 4)}`,
  addresses: (n) => "http://a.".repeat(n / 9),
  "mail addresses": (n) => "a@".repeat(n / 2),
  "one long address used often": (n) => `[a]: /${"x".repeat(n / 5)}\n\n${"[a]".repeat(n / 4)}`,
  "a table of nothing": (n) => `${"|x".repeat(n / 40)}\n${"|-".repeat(n / 40)}\n${"a\n".repeat(n / 3)}`,
  "nested quotes": (n) => `${"> ".repeat(n / 2)}a`,
};

test.each(Object.entries(hostile))("no text keeps the server busy: %s", { timeout: 60_000 }, (_name, make) => {
  const source = (size: number) => make(size).slice(0, size);
  const [part, full] = [source(markdownLimit / 2), source(markdownLimit)];
  const { whole, ratio } = growth(renderMarkdown, part, full);
  expect(whole).toBeLessThan(1000);
  // The longest text there may be, and done that soon, is no danger however it grows; on a busy machine the caches decide.
  if (whole > noDanger) expect(ratio).toBeLessThanOrEqual(3);
  expect(renderMarkdown(full).length).toBeLessThan(markdownLimit * 12);
});

test("the measure itself tells work that grows with the square from work that does not", () => {
  const pairs = (text: string) => {
    let n = 0;
    for (let i = 0; i < text.length; i++) for (let j = 0; j < text.length; j++) n += i ^ j;
    return n;
  };
  expect(growth(pairs, "a".repeat(2_000), "a".repeat(4_000)).ratio).toBeGreaterThan(3);
  expect(growth(renderMarkdown, "plain words ".repeat(2_000), "plain words ".repeat(4_000)).ratio).toBeLessThan(3);
});

test("deep nesting and great length lose no word", () => {
  const deep = `${"> ".repeat(60)}treasure`;
  expect(renderMarkdown(deep)).toContain("treasure");
  const list = Array.from({ length: 70 }, (_, depth) => `${" ".repeat(depth * 2)}- word${depth}`).join("\n");
  expect(renderMarkdown(list)).toContain("word69");
  const long = `${"word <b> ".repeat(markdownLimit / 8)}\n\nlast`;
  expect(renderMarkdown(long)).toContain("<p>last</p>");
  expect(renderMarkdown(long)).not.toContain("<b>");
});
