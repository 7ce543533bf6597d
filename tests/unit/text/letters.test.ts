import { expect, test } from "vitest";
import { kinds, type MailKind } from "@/lib/mail/kinds";
import { letters } from "@/lib/mail/letters";
import { render } from "@/lib/mail/render";
import { isLocale, wordsFor } from "@/lib/text";

const facts = {
  origin: "https://tea.example",
  community: { name: 'Tea & <b>"Friends"</b>', slug: "tea" },
  person: "Ada <script>",
  secret: "the-token",
  thread: { title: "Which <b>kettle</b>?", postId: "a-post" },
  when: "1 May 2026, 12:00 UTC",
  news: {
    communities: [
      {
        name: "Tea & <b>Friends</b>",
        slug: "tea",
        lines: [
          {
            text: "Ada <script> answered you in Which <b>kettle</b>?",
            reason: "It answers a post of yours",
            said: "The <b>red</b> one",
            path: "/tea/posts/a-post",
          },
        ],
        more: true,
      },
    ],
    unsubscribe: "signed",
  },
};
const locales = ["en", "de", "ar-XB"].filter(isLocale);
const all = Object.keys(kinds) as MailKind[];

test.each(all.flatMap((kind) => locales.map((locale) => [kind, locale] as const)))("%s in %s", (kind, locale) => {
  const words = wordsFor(locale);
  const letter = render(letters[kind](words.mail, facts), words, locale, facts.origin);
  for (const part of [letter.subject, letter.text, letter.html]) {
    expect(part.trim()).not.toBe("");
    expect(part).not.toMatch(/undefined|null|\[object|NaN/);
  }
  expect(letter.html).not.toMatch(/<script|<b>/);
  expect(letter.html).toContain(locale === "ar-XB" ? 'dir="rtl"' : 'dir="ltr"');
});

test("a mail whose link has a life carries that link's token; no other mail carries one it was not meant to", () => {
  const words = wordsFor("en");
  for (const kind of all) {
    const { text } = render(letters[kind](words.mail, facts), words, "en", facts.origin);
    const meant = kinds[kind].life !== undefined || kind === "invitation";
    expect(text.includes("/the-token"), kind).toBe(meant);
  }
});
