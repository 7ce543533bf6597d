import { expect, test } from "@playwright/test";

test("a letter that nobody was sent can be read here, and its link works", async ({ page }) => {
  await page.goto("/demo/mail");
  await page.getByRole("listitem").filter({ hasText: "to maeve@kettle.example" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The Long Grass");
  const links = page.locator("pre").getByRole("link");
  const address = await links.first().getAttribute("href");
  // The full stop at the end of a sentence is no part of the address before it.
  expect(await links.last().getAttribute("href")).toMatch(/^http:\/\/localhost:\d+$/);
  expect(address).toMatch(/\/long-grass\/invitation\//);

  const letter = page.frameLocator("iframe");
  await expect(letter.locator("body")).toContainText("The Long Grass");
  await letter.getByRole("link").first().click();
  await page.waitForURL(address!);
});

test("a letter can neither run a script nor reach into the page", async ({ page }) => {
  await page.goto("/demo/mail");
  await page.getByRole("main").getByRole("listitem").first().getByRole("link").click();
  const sandbox = await page.locator("iframe").getAttribute("sandbox");
  expect(sandbox).not.toContain("allow-scripts");
  expect(sandbox).not.toContain("allow-same-origin");
});
