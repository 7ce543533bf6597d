import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing serious or critical, of all rules or those that are named; each finding with the elements it is about, so that the failure can be read. */
export async function expectAccessible(page: Page, what: string, rules?: string[]): Promise<void> {
  // The types of two versions of playwright differ in what axe does not use.
  // In the page itself: otherwise each look opens and closes a tab of its own.
  const axe = new AxeBuilder({ page: page as never }).setLegacyMode();
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
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
