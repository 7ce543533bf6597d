import type { Page } from "@playwright/test";
import { become } from "../../support/become";

/** A community of its own, so that nothing here changes what other tests meet in the demo. Una stays signed in. */
export async function foundYard(page: Page): Promise<string> {
  const slug = `yard-${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
  await become(page, "owner");
  await page.goto("/brands/tindrel");
  await page.locator('[name="communityName"]').fill("The Yard");
  await page.locator('[name="communitySlug"]').fill(slug);
  await page.locator('[name="purpose"]').fill("For people who mend things out of doors.");
  await page.locator('form:has([name="communitySlug"]) button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== "/brands/tindrel");
  return slug;
}

/** A form of the page, sent by its button. */
export async function sendForm(page: Page, action: string, fill: Record<string, string> = {}): Promise<void> {
  const form = page.locator(`form[action$="/do/${action}"]`).first();
  for (const [name, value] of Object.entries(fill)) await form.locator(`[name="${name}"]`).first().fill(value);
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "POST" && answer.url().endsWith(`/do/${action}`)),
    form.getByRole("button").first().click(),
  ]);
  await page.waitForLoadState();
}
