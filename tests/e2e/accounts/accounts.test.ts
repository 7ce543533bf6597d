import { expect, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { linkTo } from "./mailbox";
import { address, elsewhere, password, signIn, somebody } from "./somebody";

test("Ada signs up, confirms by a button and lands where she wanted to be", async ({ page }) => {
  const email = address("Ada");
  await page.goto("/sign-up?next=%2Fsettings%2Fprofile");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create your account" }).click();
  await expect(page.getByText(email)).toBeVisible();
  await page.goto(`/verify/${await linkTo(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL("/settings/profile");
  await expect(page.getByLabel("Your name")).toHaveValue("Ada");
});

test("the same without JavaScript: a wrong password is said on the page, what was typed stays, and the right one lets in", async ({
  page,
  browser,
}) => {
  const email = await somebody(page, "Bo");
  const plain = await elsewhere(browser, { javaScriptEnabled: false });
  await signIn(plain, email, "not the password");
  await expect(plain.getByRole("alert")).toContainText("do not belong together");
  const form = plain.getByRole("form", { name: "Sign in", exact: true });
  await expect(form.getByLabel("E-mail address")).toHaveValue(email);
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await plain.goto("/settings/devices");
  await expect(plain.getByText("This device", { exact: true })).toBeVisible();
});

test("a sign-in link works once", async ({ page, browser }) => {
  const email = await somebody(page, "Cleo");
  const phone = await elsewhere(browser);
  await phone.goto("/sign-in");
  const form = phone.getByRole("form", { name: "Send me a sign-in link" });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByRole("button").click();
  await expect(phone.getByText("If there is an account with this address")).toBeVisible();
  const link = `/sign-in/link/${await linkTo(email, "magic-link")}`;
  await phone.goto(link);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await phone.waitForURL("/");
  await phone.goto("/settings/devices");
  await expect(phone.getByText("This device", { exact: true })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

test("sign out everywhere: the other device is out on its next request", async ({ page, browser }) => {
  const email = await somebody(page, "Dov");
  const phone = await elsewhere(browser);
  await signIn(phone, email);
  await phone.waitForURL("/");
  await phone.goto("/settings/devices");
  await expect(phone.getByRole("button", { name: "Sign out", exact: true })).toHaveCount(1);
  await page.goto("/settings/devices");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL("/sign-in");
  await phone.reload();
  await expect(phone).toHaveURL(/\/sign-in\?next=/);
});

test("the second step: set up, asked for, and a recovery code when the phone is away", async ({ page, browser }) => {
  const email = await somebody(page, "Elif");
  await page.goto("/settings/security/second-step");
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("img", { name: "QR code" })).toBeVisible();
  const secret = await page.getByLabel("Or type this key").inputValue();
  await page.getByLabel("Code", { exact: true }).fill(new TOTP({ secret }).generate());
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const codes = await page.locator("li code").allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole("button", { name: "I have written them down" }).click();
  await page.waitForURL("/settings/security");
  await page.goto("/settings/security/recovery-codes");
  await expect(page.locator("li code")).toHaveCount(0);

  const phone = await elsewhere(browser);
  await signIn(phone, email);
  await expect(phone.getByRole("heading", { name: "One more step" })).toBeVisible();
  await phone.goto("/settings/profile");
  await expect(phone).toHaveURL(/\/sign-in/);
  await phone.goto("/sign-in/second-step");
  await phone.getByLabel("Code").fill(codes[0] ?? "");
  await phone.getByRole("button", { name: "Sign in" }).click();
  await phone.waitForURL("/");
});

test("a new address: confirmed from the new mailbox, after a fresh proof", async ({ page }) => {
  const email = await somebody(page, "Fay");
  const moved = address("Fay-new");
  await page.goto("/settings/security/email");
  await page.getByLabel("New e-mail address").fill(moved);
  await page.getByRole("button", { name: "Change address" }).click();
  await expect(page.getByText(moved)).toBeVisible();
  await page.goto(`/verify/${await linkTo(email, "email-changed-new")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your address was changed.")).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, moved);
  await page.waitForURL("/");
});
