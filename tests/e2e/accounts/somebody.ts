import { type Browser, expect, type Page } from "@playwright/test";
import { linkTo } from "./mailbox";

// People who come as everybody does: by the forms, and by the link in their mail.

export const password = "seven lanterns in the fog";
export const address = (name: string) => `${name.toLowerCase()}-${Date.now().toString(36)}@example.org`;

export async function fillSignUp(page: Page, name: string, email: string) {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create your account" }).click();
}

/** Follows the link of the mail and presses its button. */
export async function verify(page: Page, email: string) {
  await page.goto(`/verify/${await linkTo(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/verify"));
}

export async function signUp(page: Page, name: string, email: string) {
  await page.goto("/sign-up");
  await fillSignUp(page, name, email);
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
}

export async function somebody(page: Page, name: string, email = address(name)) {
  await signUp(page, name, email);
  await verify(page, email);
  return email;
}

export async function signIn(page: Page, email: string, typed = password) {
  await page.goto("/sign-in");
  const form = page.getByRole("form", { name: "Sign in", exact: true });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Password", { exact: true }).fill(typed);
  await form.getByRole("button", { name: "Sign in" }).click();
}

export async function elsewhere(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  return (await browser.newContext(options)).newPage();
}
