import { expect, type Page, test } from "@playwright/test";
import { become } from "../../support/become";
import { resetPasswordOf } from "./database";

const email = "bridget.odowd@kettle.example";
const password = "two gulls share a chip";

/** Presses Tab until this is focused, as somebody without a mouse does; a trap or a hidden focus fails it. */
async function tabTo(page: Page, what: (focused: { name: string; text: string; shown: boolean }) => boolean) {
  for (let pressed = 0; pressed < 40; pressed++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return {
        name: element.getAttribute("name") ?? "",
        text: element.textContent?.trim() ?? "",
        shown: (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none",
      };
    });
    if (!what(focused)) continue;
    expect(focused.shown, "the focus is visible").toBe(true);
    return;
  }
  throw new Error("Tab does not lead there.");
}

test("Bridget signs in by keyboard alone, and a wrong password is where the focus goes", async ({ page }) => {
  await resetPasswordOf(email, password);
  await page.goto("/long-grass");
  await tabTo(page, ({ text }) => text === "Skip to content");
  await tabTo(page, ({ text }) => text === "Sign in");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/sign-in/);
  await expect(page.getByRole("form", { name: "Sign in", exact: true })).toBeVisible();
  await tabTo(page, ({ name }) => name === "email");
  await page.keyboard.type(email);
  await tabTo(page, ({ name }) => name === "password");
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("form").getByRole("alert")).toBeFocused();
  await tabTo(page, ({ name }) => name === "password");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await page.goto("/settings/devices");
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
});

test("the skip link leads to the content; Escape closes a menu and gives the focus back; a link that is followed closes it too", async ({
  page,
}) => {
  await become(page, "manager");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/long-grass");
  await tabTo(page, ({ text }) => text === "Skip to content");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const menu = page.locator("summary[aria-label='Menu']");
  await menu.focus();
  await page.keyboard.press("Enter");
  const manage = page.locator(".menu").getByRole("link", { name: "Manage" });
  await expect(manage).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(manage).toBeHidden();
  await expect(menu).toBeFocused();
  await page.keyboard.press("Enter");
  await manage.press("Enter");
  await page.waitForURL("/long-grass/manage");
  await expect(page.locator(".menu").getByRole("link", { name: "Manage" })).toBeHidden();
});

test("on a phone and without JavaScript the desk's row of pages begins with the current one in view, in either direction", async ({
  page,
  browser,
  baseURL,
}) => {
  await become(page, "manager");
  const storageState = await page.context().storageState();
  const plain = await browser.newContext({
    baseURL,
    storageState,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const desk = await plain.newPage();
  for (const locale of ["en", "ar-XB"]) {
    await plain.addCookies([{ name: "locale", value: locale, url: baseURL ?? "" }]);
    for (const part of ["people", "spaces", "settings"]) {
      await desk.goto(`/long-grass/manage/${part}`);
      await expect(desk.locator(".sidenav [aria-current]"), `${part} in ${locale}`).toBeInViewport({ ratio: 1 });
    }
  }
  await plain.close();
});
