import { expect, type Page } from "@playwright/test";
import { freePort } from "../../support/server";
import { atProvider, comeBy } from "./at-provider";
import { onOwnServer } from "./own-server";
import { startPlainOAuth } from "./plain-oauth";
import { somebody } from "./somebody";

const test = onOwnServer(async () => {
  const at = `http://localhost:${await freePort()}`;
  const like = {
    clientId: "header",
    clientSecret: "the secret of the tests",
    authorization: `${at}/auth`,
    token: `${at}/token`,
    userinfo: `${at}/user`,
    scope: "read:user",
    issuer: at,
  };
  const fields = { name: "login", emailVerified: "account.confirmed" };
  const providers = [
    { ...like, id: "listed", name: "The List", emails: `${at}/user/emails` },
    { ...like, id: "marked", name: "The Mark", fields, clientId: "body", secretIn: "body" },
    { ...like, id: "silent", name: "The Silent" },
  ];
  return {
    more: { OAUTH_PROVIDERS: JSON.stringify(providers) },
    beside: async ({ origin }) => {
      const back = providers.map(({ id }) => `${origin}/api/auth/callback/${id}`);
      return (await startPlainOAuth(Number(new URL(at).port), back)).stop;
    },
  };
});

const come = (page: Page, by: string, login: string) => comeBy(page, by, login, "/sign-in?next=%2Fsettings%2Fprofile");

for (const [by, login] of [
  ["The List", "ada"],
  ["The Mark", "bo"],
] as const)
  test(`somebody nobody knows comes by ${by}, has an account, and the next time is just in`, async ({ browser }) => {
    for (const page of [await browser.newPage(), await browser.newPage()]) {
      await come(page, by, login);
      await expect(page).toHaveURL("/settings/profile");
      await expect(page.getByLabel("Your name")).toHaveValue(login);
      await page.goto("/settings/security");
      await expect(page.getByText(`${login}@git.example`)).toBeVisible();
    }
  });

for (const [by, login, why] of [
  ["The List", "unproven-cy", "whose primary address is not proven"],
  ["The List", "shy-cy", "of whom only another address is proven"],
  ["The Mark", "unproven-cy", "of whom the field says no"],
  ["The Silent", "cy", "where nothing says that an address is proven"],
] as const)
  test(`by ${by}, somebody ${why} gets no account`, async ({ page }) => {
    await come(page, by, login);
    await expect(page.getByText("does not vouch for your e-mail address")).toBeVisible();
  });

test("without a rule for addresses a provider opens no account that is there, until its owner links it", async ({
  page,
  browser,
  baseURL,
}) => {
  await somebody(page, "Dov", "dov@git.example");
  const elsewhere = await browser.newPage();
  await come(elsewhere, "The Silent", "dov");
  await expect(elsewhere.getByText("does not vouch for your e-mail address")).toBeVisible();

  await page.goto("/settings/security/providers");
  const silent = page.locator("form", { has: page.locator('input[value="silent"]') });
  await silent.getByRole("button", { name: "Link", exact: true }).click();
  await page.getByPlaceholder("Enter any login").waitFor();
  await atProvider(page, "dov");
  await expect(page.getByText("Linked since")).toHaveCount(1);
  const phone = await browser.newPage();
  await come(phone, "The Silent", "dov");
  await expect(phone.getByLabel("Your name")).toHaveValue("Dov");

  // It cannot say when it asked for the password, so it is no fresh proof: neither shown nor taken.
  await page.goto("/settings/prove");
  await expect(page.getByRole("button", { name: "Continue with The Silent" })).toHaveCount(0);
  const forced = await page.request.post("/do/prove-with", {
    form: { key: crypto.randomUUID(), provider: "silent", next: "/" },
    headers: { origin: baseURL ?? "", accept: "application/json" },
  });
  expect(forced.status()).toBe(404);
});

test("an answer that does not say who somebody is makes no account that everybody shares", async ({ page }) => {
  await come(page, "The List", "nobody");
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  await expect(page.getByText("That did not work with the provider")).toBeVisible();
});

test("whoever changes their mind at the provider is told so and may try again", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with The List" }).click();
  await page.getByRole("link", { name: /Cancel/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  await come(page, "The List", "ada");
  await expect(page.getByLabel("Your name")).toHaveValue("ada");
});
