import fc from "fast-check";
import { expect, test } from "vitest";
import { integers, shorts } from "@/lib/scoring/activity/columns";
import { Vocabulary, writeWords } from "@/lib/scoring/activity/vocabulary";
import { eachWord } from "@/lib/scoring/activity/words";
import { isOffer } from "@/lib/scoring/incentives/offers";

const wordsOf = (text: string) => {
  const found: [string, number, boolean][] = [];
  eachWord(text, (key, from, joined) => found.push([key, from, joined]));
  return found;
};

function fast(text: string) {
  const [vocabulary, words, places] = [new Vocabulary(), integers(), shorts()];
  writeWords(text, vocabulary, words, places);
  const found: [string, number, boolean][] = [];
  for (let i = 0; i < words.length; i++) {
    if (words.get(i) < 0) continue;
    found.push([vocabulary.list[words.get(i)]!, places.get(i), i > 0 && words.get(i - 1) >= 0]);
  }
  return found;
}

test("words are letters, in any script; code, quotes and addresses are nobody's", () => {
  const of = (text: string) => wordsOf(text).map(([key]) => key);
  expect(of("Don't stop, Naïve ÉCOLE – it’s x86 fine")).toEqual(["don't", "stop", "naïve", "école", "it's", "fine"]);
  expect(of("see `let x` at https://a.b/c\n> quoted\n:tada: 🎉 mine")).toEqual(["see", "at", ":tada:", "🎉", "mine"]);
  expect(of("東京に行きました").length).toBeGreaterThan(2);
  expect(of("добрый день")).toEqual(["добрый", "день"]);
});

test("words found in place are the words that are cut out", () => {
  const char = fc.constantFrom(..."aBc1_':- ,.+>`<\n@x".split(""));
  fc.assert(
    fc.property(fc.array(char, { maxLength: 60 }), (chars) => {
      const text = chars.join("");
      expect(fast(text)).toEqual(wordsOf(text));
    }),
    { numRuns: 3000, seed: 3 },
  );
});

test("offers are told from talk about codes, sales and money", () => {
  for (const offer of [
    "20% off everything this weekend",
    "Use code SPRING24 at checkout",
    "Free shipping on all orders",
    "Spare 10 % mit dem Rabattcode HERBST",
    "Buy one, get one free",
    "50€ Rabatt auf alle Räder",
    "livraison gratuite dès 40 €",
    "our Black Friday sale",
  ])
    expect(isOffer(offer), offer).toBe(true);
  for (const talk of [
    "I use code like this all day",
    "about 20% of the posts are off topic",
    "I would discount that theory",
    "please save 2 copies",
    "the source code for this is free",
    "he cashed the cheque and came back",
    "the meeting is on Friday",
  ])
    expect(isOffer(talk), talk).toBe(false);
});
