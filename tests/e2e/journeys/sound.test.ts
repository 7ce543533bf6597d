import { type Browser, type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { become } from "../../support/become";
import { allPages, byLink, type Place, places } from "./pages";
import { expectAccessible, expectNoOverflow } from "./sound";
import { expectTranslated } from "./translated";

test.setTimeout(300_000);

test("every page of the product is looked at", () => {
  const listed = new Set(Object.keys(places).concat(Object.keys(byLink)));
  expect(allPages().filter((pattern) => !listed.has(pattern))).toEqual([]);
});

/** Those pages that there are; the list may be ahead of the file tree while both grow. */
function standing(): Place[] {
  const there = new Set(allPages());
  return Object.entries(places)
    .filter(([pattern]) => there.has(pattern))
    .flatMap(([, list]) => list);
}

/** Every page as everybody it is listed for: one browser for each person, since signing in is not what is tested here. */
async function eachPage(
  browser: Browser,
  options: BrowserContextOptions,
  look: (page: Page, what: string) => Promise<void>,
) {
  const all = standing();
  for (const role of [undefined, "visitor", "member", "insider", "manager", "owner"] as const) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    if (role) await become(page, role);
    if (options.locale === "ar-XB") await speakPseudo(page);
    for (const { path } of all.filter(({ as }) => as === role)) {
      await page.goto(path);
      await look(page, `${path} as ${role ?? "nobody"}`);
    }
    for (const [pattern, place] of Object.entries(byLink)) {
      if (place.as !== role || !allPages().includes(pattern)) continue;
      await page.goto(await firstLink(page, place.path, place.link));
      await look(page, `${pattern} as ${role ?? "nobody"}`);
    }
    await context.close();
  }
}

async function firstLink(page: Page, path: string, wanted: RegExp): Promise<string> {
  await page.goto(path);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const found = links.find((href) => wanted.test(href));
  if (!found) throw new Error(`${path} has no link like ${wanted}.`);
  return found;
}

async function speakPseudo(page: Page): Promise<void> {
  const url = new URL(page.url() === "about:blank" ? (process.env.TEST_ORIGIN ?? "") : page.url()).origin;
  await page.context().addCookies([{ name: "locale", value: "ar-XB", url }]);
}

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing serious on any page, ${colorScheme}`, async ({ browser }) => {
    await eachPage(browser, { colorScheme }, expectAccessible);
  });

test("no page is wider than a phone", async ({ browser }) => {
  await eachPage(browser, { viewport: { width: 390, height: 844 } }, expectNoOverflow);
});

test("in a long language that runs right to left every page still fits a phone, and no word is forgotten", async ({
  browser,
}) => {
  await eachPage(browser, { viewport: { width: 390, height: 844 }, locale: "ar-XB" }, async (page, what) => {
    await expect.soft(page.locator("html"), what).toHaveAttribute("dir", "rtl");
    await expectNoOverflow(page, what);
    await expectTranslated(page, what);
  });
});
