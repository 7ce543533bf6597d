import { expect, type Page } from "@playwright/test";
import { wordsTyped } from "./database";
import { wordsOfPeople } from "./pages";

const plain = (text: string) => text.normalize("NFC").replace(/\s+/g, " ");
const demo = plain(wordsOfPeople());
/** Names that are the same in every language: the product's, languages by their own name, places of time zones, devices. */
const everywhere = /^(Kindling|English|Deutsch|UTC|[A-Z]\w+\/[\w/ +-]+|Chrome · \w+)$/;
/** Of somebody without a picture. */
const initials = /^\p{Lu}{1,2}$/u;
/** Dates are said by the platform, which knows the script. */
const arabic = /^[^\p{L}]*\p{Script=Arabic}[\p{Script=Arabic}\P{L}]*$/u;

/** Words of the catalogue stand between marks that turn them around; whatever has no mark came past the catalogue. */
export async function expectTranslated(page: Page, what: string): Promise<void> {
  const bare = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const text = (textContent ?? "").trim();
      if (!parent || !/\p{L}/u.test(text) || text.includes("\u202e")) continue;
      // A badge is lettered with names and years, in capitals; its drawing has a label of its own.
      if (parent.closest("svg, title, script, style, noscript, code, pre, time, iframe, textarea, [lang]:not(html)"))
        continue;
      found.push(text);
    }
    return found;
  });
  const known = [everywhere, arabic, initials, /^\S+@\S+$/, /^https?:/];
  const unsaid = bare.map(plain).filter((text) => !demo.includes(text) && !known.some((kind) => kind.test(text)));
  // Asked only where it is needed.
  const typed = unsaid.length > 0 ? plain((await wordsTyped()).join(" ")) : "";
  const forgotten = unsaid.filter((text) => !typed.includes(text));
  expect.soft([...new Set(forgotten)], what).toEqual([]);
}
