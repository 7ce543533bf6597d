import { devices, expect, type Page, test } from "@playwright/test";
import { followLinkOfMail } from "./mail";

const password = "nine otters under the pier";
let people = 0;
const newAddress = () => `newcomer-${Date.now().toString(36)}-${people++}@example.org`;

/** From the front page of a community nobody has told them about, to being a member of it. */
async function comesIn(page: Page, name: string): Promise<void> {
  const email = newAddress();
  await test.step(`${name} finds the Long Grass and wants in`, async () => {
    await page.goto("/long-grass");
    await page.locator("main").getByRole("link", { name: "Join", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Join The Long Grass" })).toBeVisible();
  });
  await test.step("makes an account", async () => {
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.waitForURL(/\/sign-up/);
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create your account" }).click();
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  });
  await test.step("opens the mail and presses its button, and is where they wanted to be", async () => {
    await followLinkOfMail(page, email);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.waitForURL(/\/long-grass/);
  });
  await test.step("joins", async () => {
    await expect(page).toHaveURL(/\/long-grass\/join$/);
    await page
      .locator("main")
      .getByRole("button", { name: /^(Join|Become a member)/ })
      .click();
    await page.waitForURL((url) => url.pathname === "/long-grass");
    await expect(page.getByText("You are a member")).toBeVisible();
    await page.goto("/long-grass/members");
    await expect(page.locator("main").getByText(name).first()).toBeVisible();
  });
}

test("a stranger signs up, gets the mail, and joins", async ({ page }) => {
  await comesIn(page, "Peregrine Ash");
});

test("the same on a phone", async ({ browser }) => {
  const { viewport, userAgent, hasTouch, isMobile } = devices["Pixel 7"];
  const context = await browser.newContext({ viewport, userAgent, hasTouch, isMobile });
  await comesIn(await context.newPage(), "Quill Birch");
  await context.close();
});

test("the same without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await comesIn(await context.newPage(), "Rowan Cedar");
  await context.close();
});
