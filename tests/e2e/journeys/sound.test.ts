import { type APIRequestContext, expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { everything } from "../../support/thoroughness";
import { allPages, byAct, byLink, type Place, places } from "./pages";
import {
  bringAxe,
  expectAccessible,
  expectIconsDrawn,
  expectNoOverflow,
  expectOutline,
  expectRoomForLargeText,
} from "./sound";
import { expectTranslated } from "./translated";

// Each looks at many pages and changes none, so both workers take part.
test.describe.configure({ mode: "parallel" });

const wide = { width: 1280, height: 900 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };
const everybody = [undefined, "visitor", "member", "insider", "manager", "owner"] as const;

test("every page of the product is looked at, and as somebody whose turn comes", () => {
  const looked = { ...places, ...byLink, ...byAct };
  expect(allPages().filter((pattern) => !(pattern in looked))).toEqual([]);
  const there = new Set(allPages());
  expect(Object.keys(looked).filter((pattern) => !there.has(pattern))).toEqual([]);
  const roles: readonly unknown[] = everybody;
  const all = [...Object.values(places).flat(), ...Object.values(byLink)];
  expect(all.filter(({ as }) => !roles.includes(as))).toEqual([]);
});

/** Which of the places of one page are looked at, where not all of them are. */
type Which = (all: readonly Place[]) => readonly Place[];
const first: Which = (all) => (everything ? all : all.slice(0, 1));
const last: Which = (all) => (everything ? all : all.slice(-1));

async function addressesOf(
  request: APIRequestContext,
  role: (typeof everybody)[number],
  which: Which,
): Promise<string[]> {
  const paths = Object.values(places)
    .flatMap(which)
    .filter(({ as }) => as === role)
    .map(({ path }) => path);
  for (const { path, as, link, other } of Object.values(byLink)) {
    if (as !== role) continue;
    const found = await firstLink(request, path, [link].flat());
    if (!found) throw new Error(`Behind ${path} there is no link like ${link}.`);
    paths.push(other?.(found) ?? found);
  }
  return paths;
}

/** An address that holds an id of this database is found where a reader would find it, one link after the other. */
async function firstLink(
  request: APIRequestContext,
  path: string,
  [wanted, ...then]: RegExp[],
): Promise<string | undefined> {
  const html = await (await request.get(path)).text();
  const main = html.slice(html.indexOf("<main"), html.lastIndexOf("</main>"));
  const links = [...main.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
  for (const href of links.filter((one) => wanted?.test(one))) {
    const found = then.length === 0 ? href : await firstLink(request, href, then);
    if (found) return found;
  }
}

for (const role of everybody) {
  const who = role ?? "nobody";

  test(`every page that ${who} meets: axe finds nothing serious in light or dark, it has an outline, and it fits a phone, with text of twice the size too`, async ({
    page,
    context,
  }) => {
    test.setTimeout(900_000);
    if (role) await become(page, role);
    await bringAxe(context);
    for (const path of await addressesOf(context.request, role, last)) {
      await page.setViewportSize(wide);
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(path);
      await expectAccessible(page, `${path} as ${who}, light`);
      await expectOutline(page, `${path} as ${who}`);
      await expectIconsDrawn(page, `${path} as ${who}`);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, `${path} as ${who}, dark`, ["color-contrast"]);
      await page.setViewportSize(phone);
      await expectNoOverflow(page, `${path} as ${who}`);
      for (const size of [phone, tablet]) {
        await page.setViewportSize(size);
        await expectRoomForLargeText(page, `${path} as ${who}, ${size.width} wide, with text of twice the size`);
      }
    }
  });

  test(`in a long language from right to left every page that ${who} meets fits a phone, and no word is forgotten`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(900_000);
    await page.setViewportSize(phone);
    if (role) await become(page, role);
    const paths = await addressesOf(context.request, role, first);
    await context.addCookies([{ name: "locale", value: "ar-XB", url: baseURL ?? "" }]);
    for (const path of paths) {
      const what = `${path} as ${who}`;
      await page.goto(path);
      await expect.soft(page.locator("html"), what).toHaveAttribute("dir", "rtl");
      await expectNoOverflow(page, what);
      // A mail is in the language of whoever gets it.
      if (!path.startsWith("/demo/mail")) await expectTranslated(page, what);
    }
  });
}
