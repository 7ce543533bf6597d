import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { linkTo } from "../accounts/mailbox";

const password = "seven lanterns in the fog";

async function somebody(page: Page, name: string) {
  const email = `${name.toLowerCase()}-${Date.now().toString(36)}@example.org`;
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create your account" }).click();
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await page.goto(`/verify/${await linkTo(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/verify"));
  return email;
}

test("Ada reads what is held about her and takes a copy along", async ({ page }) => {
  await somebody(page, "Ada");
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
  await expect(page.getByRole("table", { name: "What we hold" })).toContainText("Signing in");
  await expect(page.getByText("Nobody has looked.")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("kindling-my-data.zip");
  expect(readFileSync(await download.path()).toString("latin1", 0, 2)).toBe("PK");
  await expect(page).toHaveURL(/\/settings\/data$/);
  const checked = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
  expect((await checked.analyze()).violations).toEqual([]);
});

test("Bo deletes his account, and is out everywhere at once", async ({ page, browser }) => {
  const email = await somebody(page, "Bo");
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.context().addCookies(await page.context().cookies());
  await page.goto("/settings/data");
  await page.getByRole("link", { name: "Delete your account" }).click();
  await page.getByText("My texts too").click();
  await page.getByText("Yes, delete my account").click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL("/");
  await plain.goto("/settings/data");
  await expect(plain).toHaveURL(/\/sign-in/);
  const form = plain.getByRole("form", { name: "Sign in", exact: true });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await expect(plain.getByRole("alert")).toContainText("do not belong together");
});

test("without a choice nothing is deleted, and the page says what is missing", async ({ browser, page }) => {
  await somebody(page, "Cleo");
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto("/settings/data/delete");
  // A browser holds an empty form back by itself; this is what one gets that does not.
  await plain
    .locator("form[action='/do/erase-me']")
    .evaluate((form: HTMLFormElement) => form.setAttribute("novalidate", ""));
  await plain.getByRole("button", { name: "Delete for good" }).click();
  await expect(plain.getByRole("alert")).toBeVisible();
  await expect(plain.getByText("Please choose what shall go.").first()).toBeVisible();
  await page.goto("/settings/data");
  await expect(page.getByRole("heading", { level: 1, name: "Your data" })).toBeVisible();
});
