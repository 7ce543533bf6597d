import { describe, expect, test } from "vitest";
import { linksAlone } from "@/lib/previews/links";
import { metaOf } from "@/lib/previews/meta";
import { renderMarkdown } from "@/lib/text/markdown";

const urls = (text: string) => linksAlone(renderMarkdown(text)).map(({ url }) => url);

describe("a link that stands alone in its paragraph", () => {
  test("is found, with its signs as they were typed", () =>
    expect(urls("Look:\n\nhttps://shop.example/a?b=1&c=2\n\nNice.")).toEqual(["https://shop.example/a?b=1&c=2"]));
  test("within a sentence is none", () => expect(urls("See https://shop.example/ for more.")).toEqual([]));
  test("in quoted words is none, and after them is one", () =>
    expect(urls("> https://shop.example/quoted\n\nhttps://shop.example/own")).toEqual(["https://shop.example/own"]));
  test("three at the most, each once", () =>
    expect(
      urls(
        "aabcd"
          .split("")
          .map((x) => `https://${x}.example/`)
          .join("\n\n"),
      ),
    ).toEqual(["https://a.example/", "https://b.example/", "https://c.example/"]));
  test("to a mailbox or to a file of ours is none", () =>
    expect(urls("<mailto:ada@tea.example>\n\n[x](/files/a/b)")).toEqual([]));
});

const here = "https://tea.example/how/to";

describe("what a page says of itself", () => {
  test("its title for sharing, its description, its name", () =>
    expect(
      metaOf(
        `<head><title>Plain</title><meta property="og:title" content="Tea &amp; Toast">
        <META NAME='description' CONTENT='How it&#39;s done'><meta property=og:site_name content=Kettle></head>`,
        here,
      ),
    ).toEqual({ title: "Tea & Toast", description: "How it's done", siteName: "Kettle", picture: null }));

  test.each([
    ["https://cdn.example/a.jpg?b=1&amp;c=2", "https://cdn.example/a.jpg?b=1&c=2"],
    ["/a.jpg", "https://tea.example/a.jpg"],
    ["javascript:alert(1)", null],
    ["data:image/png;base64,AAAA", null],
    ["file:///etc/passwd", null],
  ])("its picture is an address of the web: %s", (said, picture) =>
    expect(metaOf(`<title>Tea</title><meta property="og:image" content="${said}">`, here)).toMatchObject({ picture }),
  );

  test("without a title: nothing", () =>
    expect(metaOf("<meta name=description content=x><body><title>No</title>", here)).toBeUndefined());

  test("is plain words of a bounded length", () => {
    const meta = metaOf(
      `<title>&lt;img src=x onerror=alert(1)&gt;A\u202eB\u0007 \n C</title><meta name="description" content="${"long word ".repeat(100)}">`,
      here,
    );
    expect(meta?.title).toBe("AB C");
    expect(meta?.description?.length).toBeLessThanOrEqual(223);
    expect(meta?.description).toMatch(/word …$|long …$/);
  });

  test.each([
    "<meta ".repeat(50_000),
    `<meta ${'a="'.repeat(50_000)}`,
    `<title>${"<".repeat(200_000)}`,
    `<meta content=${"'".repeat(200_000)}`,
  ])("is read in no time from %.12s again and again", (html) => {
    const before = performance.now();
    metaOf(html, here);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
