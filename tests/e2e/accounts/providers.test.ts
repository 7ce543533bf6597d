import { expect, type Page } from "@playwright/test";
import { freePort } from "../../support/server";
import { atProvider, comeBy } from "./at-provider";
import { anHourLater } from "./mailbox";
import { onOwnServer } from "./own-server";
import { startProvider } from "./provider";
import { signIn, signUp, somebody } from "./somebody";

const test = onOwnServer(async () => {
  const port = await freePort();
  const club = {
    id: "club",
    name: "The Club",
    issuer: `http://localhost:${port}`,
    clientId: "kindling",
    clientSecret: "the secret of the tests",
  };
  return {
    more: { OIDC_PROVIDERS: JSON.stringify([club]) },
    beside: async ({ origin }) => (await startProvider(port, `${origin}/api/auth/callback/club`)).stop,
  };
});

const come = (page: Page, login: string, from?: string) => comeBy(page, "The Club", login, from);

test("Ada, whom nobody here knows, comes by the club and has an account; the next time she is just in", async ({
  browser,
}) => {
  for (const page of [await browser.newPage(), await browser.newPage()]) {
    await come(page, "ada", "/sign-in?next=%2Fsettings%2Fprofile");
    await expect(page).toHaveURL("/settings/profile");
    await expect(page.getByLabel("Your name")).toHaveValue("ada");
  }
});

test("an address the club does not vouch for makes no account", async ({ page }) => {
  await come(page, "unproven-bo");
  await expect(page.getByText("does not vouch for your e-mail address")).toBeVisible();
});

test("the club cannot take an account over: its owner signs in and links it", async ({ page, browser }) => {
  await somebody(page, "Cleo", "cleo@club.example");
  const elsewhere = await browser.newPage();
  await come(elsewhere, "cleo");
  await expect(elsewhere.getByText("Sign in to it, then link the two")).toBeVisible();

  await page.goto("/settings/security/providers");
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByPlaceholder("Enter any login").waitFor();
  await atProvider(page, "cleo");
  await expect(page.getByText("Linked since")).toBeVisible();
  const phone = await browser.newPage();
  await come(phone, "cleo", "/sign-in?next=%2Fsettings%2Fprofile");
  await expect(phone.getByLabel("Your name")).toHaveValue("Cleo");
});

test("an account made by a stranger who never proved the address falls to whom the club vouches for", async ({
  page,
  browser,
}) => {
  await signUp(page, "Mallory", "dov@club.example");
  await signIn(page, "dov@club.example");
  await page.waitForURL("/");
  const dov = await browser.newPage();
  await come(dov, "dov", "/sign-in?next=%2Fsettings%2Fdevices");
  await expect(dov.getByRole("button", { name: "Sign out", exact: true })).toHaveCount(0);
  await page.goto("/settings/devices");
  await expect(page).toHaveURL(/\/sign-in/);
});

for (const javaScriptEnabled of [true, false])
  test(`an hour later Ada shows at the club that it is her, ${javaScriptEnabled ? "with" : "without"} JavaScript; somebody else there cannot for her`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    await come(page, "ada");
    await page.goto("/settings/security/providers");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Other ways to sign in");
    await anHourLater("ada@club.example");
    await page.goto("/settings/security/providers");
    await expect(page).toHaveURL("/settings/prove?next=%2Fsettings%2Fsecurity%2Fproviders");
    // Ada has no password here, so none is asked for.
    await expect(page.getByLabel("Password")).toHaveCount(0);

    const show = page.getByRole("button", { name: "Continue with The Club" });
    await show.click();
    // The club asks for the password although she is signed in there.
    await page.getByPlaceholder("Enter any login").waitFor();
    await atProvider(page, "mallory");
    await expect(page.getByText("belongs to another account")).toBeVisible();
    await show.click();
    await page.getByPlaceholder("Enter any login").waitFor();
    await atProvider(page, "ada");
    await expect(page).toHaveURL("/settings/security/providers");
    await expect(page.getByText("Linked since")).toBeVisible();
    await page.context().close();
  });

test("an account that is unlinked opens nothing any more, and can be linked again", async ({ page, browser }) => {
  await somebody(page, "Eve", "eve@club.example");
  const link = async () => {
    await page.goto("/settings/security/providers");
    await page.getByRole("button", { name: "Link", exact: true }).click();
    await page.getByPlaceholder("Enter any login").waitFor();
    await atProvider(page, "eve");
    await expect(page.getByText("Linked since")).toBeVisible();
  };
  await link();
  await page.getByRole("button", { name: "Unlink" }).click();
  await expect(page.getByText("Not linked.")).toBeVisible();
  const phone = await browser.newPage();
  await come(phone, "eve");
  await expect(phone.getByText("Sign in to it, then link the two")).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, "eve@club.example");
  await page.waitForURL("/");
  await link();
  const again = await browser.newPage();
  await come(again, "eve", "/sign-in?next=%2Fsettings%2Fprofile");
  await expect(again.getByLabel("Your name")).toHaveValue("Eve");
});

test("an answer nobody asked for signs nobody in, and nothing else of the protocol is open", async ({ page }) => {
  await page.goto("/api/auth/callback/club?code=stolen&state=forged");
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  for (const path of ["session", "csrf", "providers", "signin/club", "signout", "callback/credentials"]) {
    const answer = await page.request.get(`/api/auth/${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
  }
});
