import type { Page } from "@playwright/test";

/** The provider's own pages: somebody types a login there, agrees as often as they are asked to, and is sent back. */
export async function atProvider(page: Page, login: string) {
  const theirs = new URL(page.url()).origin;
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  const agree = page.getByRole("button", { name: "Continue", exact: true });
  for (;;) {
    await agree.or(page.locator("main#main")).first().waitFor();
    const here = page.url();
    if (new URL(here).origin !== theirs) return;
    await agree.click();
    await page.waitForURL((url) => url.href !== here);
  }
}

export async function comeBy(page: Page, provider: string, login: string, from = "/sign-in") {
  await page.goto(from);
  await page.getByRole("button", { name: `Continue with ${provider}` }).click();
  await page.getByPlaceholder("Enter any login").waitFor();
  await atProvider(page, login);
}
