import { expect, type Page } from "@playwright/test";

/** Opens the newest mail to this address in the demo's mailbox, and the link in it, as its reader would. */
export async function followLinkOfMail(page: Page, email: string): Promise<void> {
  const letter = page.getByRole("listitem").filter({ hasText: `to ${email}` });
  await expect(async () => {
    await page.goto("/demo/mail");
    await expect(letter.first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await letter.first().getByRole("link").click();
  await page
    .locator("main")
    .getByRole("link", { name: /\/verify\// })
    .click();
}
