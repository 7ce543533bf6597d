import { describe, expect, test } from "vitest";
import { changeRulesInput } from "@/lib/moderation/rules/input";
import { type Facts, isNew, notAllowed, notByEdit, type Rules, whyHeld } from "@/lib/moderation/rules/judge";
import { domainFrom, hostsIn, onlyLinks, under } from "@/lib/moderation/rules/links";
import { saidOf, wordsOf } from "@/lib/moderation/rules/words";
import { renderMarkdown } from "@/lib/text/markdown";

const none: Rules = {
  firstPosts: 0,
  heldWords: [],
  refusedWords: [],
  newcomerLinks: null,
  refusedDomains: [],
  allowedDomains: [],
  spamChecks: false,
};
const nobodyElse: Facts = { posts: 0, repeated: false, others: 0 };
const sent = (text: string, mentions = 0) => ({ words: wordsOf(text), html: renderMarkdown(text), mentions });
const why = (rules: Partial<Rules>, facts: Partial<Facts>, text: string, mentions = 0) =>
  whyHeld({ ...nobodyElse, ...facts }, { ...none, ...rules }, sent(text, mentions)).map((one) =>
    one.reason === "spam" ? one.sign : one.reason,
  );

describe("words are matched whole, in any case and script", () => {
  const says = (word: string, text: string) => saidOf([word], text).length === 1;

  test.each([
    ["casino", "Come to the CASINO!"],
    ["Casino", "casino"],
    ["casino", "(casino)"],
    ["casino", "https://x.example/casino/now"],
    ["free money", "Free\n money, they say"],
    ["café", "The CAFE\u0301 is open"],
    ["cafe", "Das Café"],
    ["straße", "STRASSE"],
    ["ﬁne", "fine"],
    ["ｃａｓｉｎｏ", "casino"],
    ["казино", "Лучшее КАЗИНО города"],
    ["ελλάδα", "ΕΛΛΑΔΑ"],
    ["λόγος", "ΛΟΓΟΣ"],
    ["שלום", "שָׁלוֹם לכולם"],
    ["كازينو", "زوروا كازينو الآن"],
    ["كتاب", "كِتَاب"],
    ["赌博", "欢迎来到在线赌博网站"],
    ["カジノ", "オンラインカジノです"],
    ["คาสิโน", "ยินดีต้อนรับสู่คาสิโนออนไลน์"],
    ["도박", "도박 사이트"],
    ["जुआ", "यह जुआ है"],
    ["c++", "I write C++ here"],
    ["ca\u00adsino", "casino"],
    ["casino", "ca\u200bsi\u200bno"],
    ["𝓬𝓪𝓼𝓲𝓷𝓸", "casino"],
  ])("%s is in “%s”", (word, text) => expect(says(word, text)).toBe(true));

  test.each([
    ["casino", "casinos"],
    ["casino", "precasino"],
    ["casino", "casino_x"],
    ["casino", "casino2"],
    ["ass", "class and assessment"],
    ["казино", "казиношный"],
    ["जुआ", "जुआरी"],
    ["도박", "도박꾼"],
    ["free money", "free, money"],
    ["คา", "คำ"],
    ["casino", ""],
    ["", "anything"],
  ])("%s is not in “%s”", (word, text) => expect(says(word, text)).toBe(false));

  test("ids of ours hold letters and are nobody's words", () => {
    const id = "dead0000-beef-4bad-8bad-cafe00000000";
    for (const word of ["dead", "beef", "4bad"]) expect(saidOf([word], wordsOf(`@{${id}} hello`))).toEqual([]);
    expect(saidOf(["hello"], wordsOf(`@{${id}} hello`))).toEqual(["hello"]);
  });

  test("no list and no text makes it slow: what somebody types is never a pattern", () => {
    const list = Array.from({ length: 500 }, (_, n) => `(a+)+$${n} ${"a".repeat(40)}`);
    const began = performance.now();
    expect(saidOf(list, "a".repeat(30_000))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe("links", () => {
  test("are found as the page will show them, whatever they look like in the text", () => {
    const html = renderMarkdown("https://One.example/x, [two](http://two.example?a=1&b=2) and `https://no.example`");
    expect(hostsIn(html)).toEqual(["one.example", "two.example"]);
  });

  test("a domain stands for everything under it, and for nothing beside it", () => {
    expect(under("shop.bad.example", ["bad.example"])).toBe("bad.example");
    expect(under("bad.example", ["bad.example"])).toBe("bad.example");
    expect(under("notbad.example", ["bad.example"])).toBeUndefined();
    expect(under("bad.example.org", ["bad.example"])).toBeUndefined();
  });

  test.each([
    ["example.com", "example.com"],
    ["https://WWW.Example.com/path?x", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["example.com.", "example.com"],
    ["localhost", undefined],
    ["no domain", undefined],
    ["127.0.0.1", undefined],
    ["*.example.com", undefined],
    ["", undefined],
  ])("%s is kept as %s", (typed, kept) => expect(domainFrom(typed)).toBe(kept));

  test("nothing but links", () => {
    expect(onlyLinks(renderMarkdown("https://a.example https://b.example"))).toBe(true);
    expect(onlyLinks(renderMarkdown("[Click here now](https://a.example)!"))).toBe(true);
    expect(onlyLinks(renderMarkdown("Look: https://a.example"))).toBe(false);
    expect(onlyLinks(renderMarkdown("ok"))).toBe(false);
  });
});

describe("why something is held", () => {
  test("without rules nothing ever is", () =>
    expect(why({}, { repeated: true, others: 9 }, "https://a.example https://b.example", 20)).toEqual([]));

  test("the first posts of somebody new, and not the one after", () => {
    expect([0, 1, 2, 3].map((posts) => why({ firstPosts: 2 }, { posts }, "Hello"))).toEqual([
      ["newcomer"],
      ["newcomer"],
      [],
      [],
    ]);
  });

  test("a word of the list, whoever says it", () => {
    expect(why({ heldWords: ["tea"] }, { posts: 99 }, "Tea?")).toEqual(["word"]);
    expect(why({ heldWords: ["tea"] }, { posts: 99 }, "Teapot?")).toEqual([]);
  });

  const links = (n: number) => `See ${Array.from({ length: n }, (_, i) => `https://l${i}.example`).join(" ")}`;
  test("more links than somebody new may post; those to allowed places are not counted", () => {
    const rules = { newcomerLinks: 3 };
    expect([3, 4].map((n) => why(rules, { posts: 2 }, links(n)))).toEqual([[], ["link"]]);
    expect(why(rules, { posts: 3 }, links(4)), "no longer new").toEqual([]);
    expect(why({ ...rules, firstPosts: 5 }, { posts: 4 }, links(4)), "new for as long as one is looked at").toEqual([
      "newcomer",
      "link",
    ]);
    expect(why({ ...rules, allowedDomains: ["l0.example"] }, {}, links(4))).toEqual([]);
    expect(why({ newcomerLinks: 0 }, { posts: 1 }, links(1))).toEqual(["link"]);
  });

  test("signs of spam, each at its border", () => {
    const rules = { spamChecks: true };
    expect(why(rules, { posts: 50, repeated: true }, "The same")).toEqual(["repeated"]);
    expect([1, 2].map((others) => why(rules, { posts: 1, others }, "The same"))).toEqual([[], ["crowd"]]);
    expect(why(rules, { posts: 3, others: 9 }, "The same"), "no longer new").toEqual([]);
    expect([0, 1].map((posts) => why(rules, { posts }, "https://a.example"))).toEqual([["onlyLink"], []]);
    expect([5, 6].map((mentions) => why(rules, {}, "You all", mentions))).toEqual([[], ["mentions"]]);
  });

  test("every reason is said", () => {
    const rules = { firstPosts: 1, heldWords: ["tea"], newcomerLinks: 0, spamChecks: true };
    expect(why(rules, { repeated: true }, "[tea](https://a.example)")).toEqual([
      "newcomer",
      "word",
      "link",
      "repeated",
      "onlyLink",
    ]);
  });

  test("somebody is new until three of their posts stand", () =>
    expect([2, 3].map((posts) => isNew(none, posts))).toEqual([true, false]));
});

test("what is not allowed is named", () => {
  const rules = { ...none, refusedWords: ["Plum"], refusedDomains: ["bad.example"] };
  expect(notAllowed(rules, sent("A PLUM!"))).toEqual({ word: "Plum" });
  expect(notAllowed(rules, sent("[x](https://www.bad.example/a)"))).toEqual({ domain: "bad.example" });
  expect(notAllowed(rules, sent("bad.examples"))).toBeUndefined();
});

describe("an edit", () => {
  const edit = (rules: Partial<Rules>, posts: number, before: string, now: string) =>
    notByEdit({ posts }, { ...none, ...rules }, sent(before), sent(now));

  test("brings in no word and no site that would not have stood", () => {
    expect(edit({ heldWords: ["tea"] }, 50, "Hello", "Tea")).toEqual({ word: "tea" });
    expect(edit({ refusedWords: ["tea"] }, 50, "Hello", "Tea")).toEqual({ word: "tea" });
    expect(edit({ refusedDomains: ["bad.example"] }, 50, "Hi", "https://bad.example")).toEqual({
      domain: "bad.example",
    });
  });

  test("is not refused for what stood there before", () => {
    expect(edit({ heldWords: ["tea"] }, 50, "Tea", "Tea, I said")).toBeUndefined();
    expect(edit({ refusedDomains: ["bad.example"] }, 1, "https://bad.example", "https://bad.example!")).toBeUndefined();
  });

  test("adds no link where first posts are looked at, and else no more than somebody new may post", () => {
    const one = "https://a.example";
    expect(edit({ firstPosts: 2 }, 2, "Hi", one)).toEqual({ links: true });
    expect(edit({ firstPosts: 2 }, 3, "Hi", one)).toBeUndefined();
    expect(edit({ newcomerLinks: 1 }, 1, "Hi", one)).toBeUndefined();
    expect(edit({ newcomerLinks: 1 }, 1, "Hi", `${one} https://b.example`)).toEqual({ links: true });
    expect(edit({ newcomerLinks: 1 }, 3, "Hi", `${one} https://b.example`)).toBeUndefined();
  });
});

describe("what a manager may choose", () => {
  const plain = { firstPosts: "0", newcomerLinks: "", revision: "0" };
  const faults = (typed: Record<string, string>) => {
    const read = changeRulesInput.safeParse({ ...plain, ...typed });
    return read.success ? {} : Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message]));
  };

  test("lists come one a line, each word once", () => {
    const read = changeRulesInput.parse({
      ...plain,
      heldWords: " Tea \r\n\r\ntéa\nfree   money\n",
      refusedDomains: "https://www.bad.example/x\nbad.example",
      spamChecks: "on",
    });
    expect(read).toMatchObject({ heldWords: ["Tea", "free money"], refusedDomains: ["bad.example"], spamChecks: true });
    expect(read).toMatchObject({ newcomerLinks: null, firstPosts: 0, refusedWords: [] });
  });

  test.each([
    [{ firstPosts: "11" }, { firstPosts: "held.firstPostsWrong" }],
    [{ firstPosts: "-1" }, { firstPosts: "held.firstPostsWrong" }],
    [{ firstPosts: "two" }, { firstPosts: "held.firstPostsWrong" }],
    [{ newcomerLinks: "51" }, { newcomerLinks: "held.linksWrong" }],
    [{ newcomerLinks: "x" }, { newcomerLinks: "held.linksWrong" }],
    [{ heldWords: "!!!" }, { heldWords: "held.noWord" }],
    [{ heldWords: "x".repeat(61) }, { heldWords: "held.wordTooLong" }],
    [{ heldWords: Array.from({ length: 501 }, (_, n) => `w${n}`).join("\n") }, { heldWords: "held.tooManyLines" }],
    [{ heldWords: "a\n".repeat(30_000) }, { heldWords: "held.tooManyLines" }],
    [{ refusedDomains: "not a site" }, { refusedDomains: "held.noDomain" }],
    [{ heldWords: "Tea", refusedWords: "téa" }, { refusedWords: "held.inBoth" }],
    [{ refusedDomains: "a.example", allowedDomains: "A.example" }, { allowedDomains: "held.inBoth" }],
  ])("%o is refused in place", (typed, expected) =>
    expect(faults(typed as unknown as Record<string, string>)).toEqual(expected),
  );
});
