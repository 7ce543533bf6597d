import { describe, expect, test } from "vitest";
import { safeNext } from "@/lib/paths";
import { renderMarkdown } from "@/lib/text/markdown";
import { collected, hostileStrings, scripts, tenth } from "@/tests/support/hostile";

test("our own set is at least sixty, each once", () => {
  expect(new Set(hostileStrings).size).toBe(hostileStrings.length);
  expect(hostileStrings.length).toBeGreaterThanOrEqual(60);
});

const evil = [
  "https://evil.example",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/%09/evil.example/..//evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  " //evil.example",
  "/\u0000/evil.example",
  "/\r\nlocation: https://evil.example",
  "http://localhost:3000@evil.example",
  "//evil.example/%2f..",
  "/.evil.example//..",
  "x".repeat(501),
];
const lists = collected.present
  ? [
      ...tenth(collected.json<{ cases: string[] }>("redirect/callback-urls.json").cases),
      ...collected.lines("redirect/patt-openredirects.txt"),
    ]
  : [];

describe(`where to go on to is always ours${collected.present ? "" : " (the collected ones are not here)"}`, () => {
  test.each([...evil, ...lists])("%j", (next) => {
    for (const said of [next, encodeURI(next), `/${next}`]) {
      const to = safeNext(said);
      expect(to).toMatch(/^\/(?![/\\])/);
      expect(new URL(to, "http://localhost:3000").host).toBe("localhost:3000");
      expect(to).not.toMatch(/[\r\n\t]/);
    }
  });

  test("and what is ours stays as it was", () => {
    for (const path of ["/", "/settings/profile", "/alder-hall/spaces/hearth?after=1"])
      expect(safeNext(path)).toBe(path);
    for (const none of [undefined, null, 7, {}, [], ["/a"], { toString: () => "/a" }]) expect(safeNext(none)).toBe("/");
  });
});

const payloads = collected.present
  ? ["xss/patt-jhaddix.txt", "xss/patt-rsnake.txt", "xss/patt-event-handlers.txt"].flatMap((file) =>
      collected.lines(file),
    )
  : [];

test("Markdown makes nothing of it that could run", () => {
  const tags = /^<\/?(p|blockquote|ul|ol|li|hr|pre|h[3-6]|em|strong|s|code|br|a|img|table|thead|tbody|tr|th|td)\b/;
  for (const text of [...scripts, ...payloads])
    for (const tag of renderMarkdown(text).match(/<[^>]*>/g) ?? []) {
      expect(tag).toMatch(tags);
      expect(tag.replace(/(title|alt)="[^"]*"/g, "")).not.toMatch(/javascript:|data:|\son\w+=|style=/i);
    }
});
