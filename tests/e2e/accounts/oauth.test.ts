import { expect, type Page, test } from "@playwright/test";
import { freePort, startServer, type TestServer } from "../../support/server";
import { linkTo } from "./mailbox";
import { startPlainOAuth } from "./plain-oauth";

const password = "seven lanterns in the fog";
let server: TestServer;
let provider: Awaited<ReturnType<typeof startPlainOAuth>>;

test.describe.configure({ mode: "serial" });

// The next file in this worker asks the database of the whole run again.
const shared = process.env.TEST_ADMIN_URL;

test.beforeAll(async () => {
  test.setTimeout(180_000);
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
  const providers = [
    { ...like, id: "listed", name: "The List", emails: `${at}/user/emails` },
    {
      ...like,
      id: "marked",
      name: "The Mark",
      fields: { name: "login", emailVerified: "account.confirmed" },
      clientId: "body",
      secretIn: "body",
    },
    { ...like, id: "silent", name: "The Silent" },
  ];
  server = await startServer({ seed: false, more: { OAUTH_PROVIDERS: JSON.stringify(providers) } });
  process.env.TEST_ADMIN_URL = server.cluster.adminUrl;
  const back = providers.map(({ id }) => `${server.origin}/api/auth/callback/${id}`);
  provider = await startPlainOAuth(Number(new URL(at).port), back);
});

test.afterAll(async () => {
  process.env.TEST_ADMIN_URL = shared;
  await provider?.stop();
  await server?.stop();
});

async function through(page: Page, login: string) {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  const agree = page.getByRole("button", { name: "Continue", exact: true });
  await agree.or(page.locator("main#main")).first().waitFor();
  if (await agree.isVisible()) await agree.click();
  await page.waitForURL((url) => url.origin === server.origin);
}

async function come(page: Page, by: string, login: string) {
  await page.goto(`${server.origin}/sign-in?next=%2Fsettings%2Fprofile`);
  await page.getByRole("button", { name: `Continue with ${by}` }).click();
  await through(page, login);
}

async function signUp(page: Page, name: string, email: string) {
  await page.goto(`${server.origin}/sign-up`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create your account" }).click();
  await page.waitForURL(`${server.origin}/check-mail`);
  await page.goto(`${server.origin}/verify/${await linkTo(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/verify"));
}

for (const [by, login] of [
  ["The List", "ada"],
  ["The Mark", "bo"],
] as const)
  test(`somebody nobody knows comes by ${by}, has an account, and the next time is just in`, async ({ browser }) => {
    for (const page of [await browser.newPage(), await browser.newPage()]) {
      await come(page, by, login);
      await expect(page).toHaveURL(`${server.origin}/settings/profile`);
      await expect(page.getByLabel("Your name")).toHaveValue(login);
      await page.goto(`${server.origin}/settings/security`);
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
}) => {
  await signUp(page, "Dov", "dov@git.example");
  const elsewhere = await browser.newPage();
  await come(elsewhere, "The Silent", "dov");
  await expect(elsewhere.getByText("does not vouch for your e-mail address")).toBeVisible();

  await page.goto(`${server.origin}/settings/security/providers`);
  const silent = page.locator("form", { has: page.locator('input[value="silent"]') });
  await silent.getByRole("button", { name: "Link", exact: true }).click();
  await through(page, "dov");
  await expect(page.getByText("Linked since")).toHaveCount(1);
  const phone = await browser.newPage();
  await come(phone, "The Silent", "dov");
  await expect(phone.getByLabel("Your name")).toHaveValue("Dov");

  // It cannot say when it asked for the password, so it is no fresh proof: neither shown nor taken.
  await page.goto(`${server.origin}/settings/prove`);
  await expect(page.getByRole("button", { name: "Continue with The Silent" })).toHaveCount(0);
  const forced = await page.request.post(`${server.origin}/do/prove-with`, {
    form: { key: crypto.randomUUID(), provider: "silent", next: "/" },
    headers: { origin: server.origin, accept: "application/json" },
  });
  expect(forced.status()).toBe(404);
});

test("an answer that does not say who somebody is makes no account that everybody shares", async ({ page }) => {
  await come(page, "The List", "nobody");
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  await expect(page.getByText("That did not work with the provider")).toBeVisible();
});

test("whoever changes their mind at the provider is told so and may try again", async ({ page }) => {
  await page.goto(`${server.origin}/sign-in`);
  await page.getByRole("button", { name: "Continue with The List" }).click();
  await page.getByRole("link", { name: /Cancel/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  await come(page, "The List", "ada");
  await expect(page.getByLabel("Your name")).toHaveValue("ada");
});
