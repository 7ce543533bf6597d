import { expect, type Page } from "@playwright/test";
import { wordsOfPeople } from "./pages";

const people = wordsOfPeople().normalize("NFC").replace(/\s+/g, " ");
/** Names that are the same in every language: the product's, languages by their own name, places of time zones. */
const everywhere = /^(Kindling|English|Deutsch|UTC|[A-Z]\w+\/[\w/ +-]+)$/;

/** Words of the catalogue stand between marks that turn them around; whatever has no mark came past the catalogue. */
export async function expectTranslated(page: Page, what: string): Promise<void> {
  const bare = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const text = (textContent ?? "").trim();
      if (!parent || !/\p{L}/u.test(text) || text.includes("\u202e")) continue;
      if (parent.closest("script, style, noscript, code, pre, time, iframe, textarea, [lang]:not(html)")) continue;
      found.push(text);
    }
    return found;
  });
  const forgotten = bare
    .map((text) => text.normalize("NFC").replace(/\s+/g, " "))
    .filter((text) => !people.includes(text) && !everywhere.test(text) && !/^\S+@\S+$|^https?:/.test(text));
  expect.soft([...new Set(forgotten)], what).toEqual([]);
}
