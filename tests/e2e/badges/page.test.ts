import { expect, test } from "@playwright/test";
import { become } from "../../support/become";

test("without JavaScript: from the door to the badge that opens it, and not a word of who wears it", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto("/long-grass/spaces/lamp-room");
  await page.locator("main").getByRole("link", { name: "First Flight" }).click();
  await expect(page).toHaveURL("/long-grass/badges/first-flight");
  const main = page.locator("main");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("First Flight");
  await expect(main.getByText("There will only ever be 120.")).toBeVisible();
  await expect(main.getByText("Members see who wears it")).toBeVisible();
  await expect(main.getByText("Dilys")).toHaveCount(0);
  await expect(main.getByText(/\d+ of 120 left/)).toHaveCount(0);
  await main.getByRole("link", { name: "The Lamp Room" }).click();
  await expect(page).toHaveURL("/long-grass/spaces/lamp-room");
  // What no door declares is not there.
  await page.goto("/long-grass/badges");
  await expect(main.getByRole("link", { name: "First Flight" })).toBeVisible();
  await expect(main.getByRole("link", { name: "Kettle On" })).toHaveCount(0);
  expect((await page.goto("/long-grass/badges/kettle-on"))?.status()).toBe(404);
  await context.close();
});

test("Dilys reads on her own badge its number, what it was for and who gave it", async ({ page }) => {
  await become(page, "insider");
  await page.goto("/long-grass/members");
  await page.locator("main").getByRole("link", { name: "Dilys Prosser" }).click();
  await page.locator("main").getByRole("link", { name: "First Flight, No. 17 of 120" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No. 17 of 120");
  await expect(page.getByRole("img", { name: "First Flight, No. 17 of 120" })).toBeVisible();
  await expect(page.getByText("Granted by Una Tindrel")).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: "Hersch Lewin" })).toBeVisible();
});

test("a badge that nobody here wears says so, and the manager grants it from its page", async ({ page }) => {
  await become(page, "owner");
  const slug = `thanks-${Date.now().toString(36)}`;
  await page.goto("/brands/tindrel/badges");
  await page.getByLabel("Name", { exact: true }).fill("Many Tanks");
  await page.getByLabel("Word in its address").fill(slug);
  await page.getByLabel("What it means").fill("Helped when it mattered.");
  await page.getByText("Kettle", { exact: true }).click();
  await page.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByRole("heading", { name: "Many Tanks" })).toBeVisible();
  // A slip of the pen is mended, and the address stays.
  await page.locator(`a[href*="change=${slug}"]`).click();
  const form = page.getByRole("form", { name: "Change it" });
  await expect(form.getByRole("radio", { name: "Kettle" })).toBeChecked();
  await form.getByLabel("Name", { exact: true }).fill("Many Thanks");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Many Thanks" })).toBeVisible();

  await page.goto(`/long-grass/badges/${slug}`);
  await expect(page.getByText("Nobody here wears it yet")).toBeVisible();
  await page.getByRole("link", { name: "Grant" }).click();
  await expect(page.getByLabel("Badge", { exact: true }).locator("option:checked")).toHaveText("Many Thanks");
  await page.getByLabel("Member", { exact: true }).selectOption({ label: "Bridget O'Dowd" });
  await page.getByLabel("Why", { exact: true }).fill("Held the ladder for an hour.");
  await page.getByRole("button", { name: "Grant", exact: true }).click();
  await expect(page.getByText("worn by 1 person").first()).toBeAttached();

  await page.goto(`/long-grass/badges/${slug}`);
  await expect(page.getByText("Held the ladder for an hour.")).toBeVisible();
  await expect(page.locator("main").getByRole("link", { name: "Bridget O'Dowd" })).toBeVisible();
});
