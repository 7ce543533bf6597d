import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, expect, type Page } from "@playwright/test";

const ofBuilder = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const axeSource = readFileSync(ofBuilder.resolve("axe-core/axe.min.js"), "utf8");

/** Where page after page is looked at: the script is large, and to send it into each of them costs as much as to run it. */
export const bringAxe = (context: BrowserContext) => context.addInitScript({ content: axeSource });

/**
 * Nothing serious or critical, of all rules or those that are named; each finding with the elements it is about, so that
 * the failure can be read.
 */
export async function expectAccessible(page: Page, what: string, rules?: string[]): Promise<void> {
  // Asked here and not of axe: while a page looks again at itself, its title goes and comes.
  await expect(page).toHaveTitle(/\S/);
  // Between light and dark a button's colour is neither.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished : []))),
  );
  // A large script, which stays as long as the page does: the next look at the same page finds it there.
  const there = await page.evaluate(() => "axe" in window);
  // The types of two versions of playwright differ in what axe does not use.
  const axe = new AxeBuilder({ page: page as never, axeSource: there ? "undefined" : axeSource })
    // In the page itself: otherwise each look opens and closes a tab of its own.
    .setLegacyMode()
    // What is right is only counted; to describe it, element by element, takes longer than to find what is wrong.
    .options({ resultTypes: ["violations"] });
  // That all words stand in a landmark is of moderate weight, and among the slowest to find out.
  const { violations } = await (rules
    ? axe.withRules(rules)
    : axe.disableRules(["region", "document-title"])
  ).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const said = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  expect.soft(said, what).toEqual([]);
}

/** What sticks out to the side, named: a number alone would send one searching. */
export async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const outside = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1);
    });
    return [`${scrollWidth} of ${clientWidth}`, ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
  expect.soft(outside, what).toEqual([]);
}

/** What one hears when going from heading to heading, and where the link past the bar leads. */
export async function expectOutline(page: Page, what: string): Promise<void> {
  const wrong = await page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      .filter(shown)
      .map((h) => Number(h.tagName[1]));
    const found: string[] = [];
    if (levels.filter((level) => level === 1).length !== 1) found.push(`headings ${levels.join(" ")}: not one h1`);
    if (levels.some((level, at) => level > (levels[at - 1] ?? 0) + 1))
      found.push(`headings ${levels.join(" ")}: a gap`);
    if (document.querySelectorAll("main").length !== 1) found.push("not one main");
    if (!document.querySelector("main#main")) found.push("the main is not where the skip link leads");
    for (const nav of document.querySelectorAll("nav:not([aria-label]):not([aria-labelledby])"))
      found.push(`without a name: ${nav.outerHTML.slice(0, 80)}`);
    return found;
  });
  expect.soft(wrong, what).toEqual([]);
}

/** As somebody sees it whose browser shows text at 200%: nothing beside the page, no words cut off. */
export async function expectRoomForLargeText(page: Page, what: string): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await expectNoOverflow(page, what);
  const cut = await page.evaluate(() => {
    const words = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    const cutOff = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
      (element) =>
        element.clientWidth > 1 &&
        getComputedStyle(element).overflowX === "hidden" &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 2) &&
        words(element),
    );
    return cutOff.map((element) => element.outerHTML.slice(0, 120));
  });
  expect.soft(cut, what).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
}

/** Icons come from a file of their own: of one that is broken, or lacks a drawing, nothing at all is seen. */
export async function expectIconsDrawn(page: Page, what: string): Promise<void> {
  const missing = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<SVGUseElement>("svg.i use")]
        .filter((use) => use.checkVisibility({ visibilityProperty: true }) && use.getBBox().width === 0)
        .map((use) => use.getAttribute("href")),
    );
  await expect.poll(missing, what).toEqual([]);
}

/** All of it, for a page that one journey alone reaches. */
export async function expectSound(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  await expectIconsDrawn(page, what);
  await expectAccessible(page, `${what}, light`);
  await expectOutline(page, what);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${what}, dark`, ["color-contrast"]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page, what);
  await expectRoomForLargeText(page, `${what}, with text of twice the size`);
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}
