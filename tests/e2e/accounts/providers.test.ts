import { expect, type Page, test } from "@playwright/test";
import { freePort, startServer, type TestServer } from "../../support/server";
import { linkTo } from "./mailbox";
import { startProvider } from "./provider";

const password = "seven lanterns in the fog";
let server: TestServer;
let provider: Awaited<ReturnType<typeof startProvider>>;

test.describe.configure({ mode: "serial" });

// The next file in this worker asks the database of the whole run again.
const shared = process.env.TEST_ADMIN_URL;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  const port = await freePort();
  const club = {
    id: "club",
    name: "The Club",
    issuer: `http://localhost:${port}`,
    clientId: "kindling",
    clientSecret: "the secret of the tests",
  };
  server = await startServer({ seed: false, more: { OIDC_PROVIDERS: JSON.stringify([club]) } });
  process.env.TEST_ADMIN_URL = server.cluster.adminUrl;
  provider = await startProvider(port, `${server.origin}/api/auth/callback/club`);
});

test.afterAll(async () => {
  process.env.TEST_ADMIN_URL = shared;
  await provider?.stop();
  await server?.stop();
});

async function atTheClub(page: Page, login: string) {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  const agree = page.getByRole("button", { name: "Continue", exact: true });
  await agree.or(page.locator("main#main")).first().waitFor();
  if (await agree.isVisible()) await agree.click();
  await page.waitForURL((url) => url.origin === server.origin);
}

async function come(page: Page, login: string, from = "/sign-in") {
  await page.goto(server.origin + from);
  await page.getByRole("button", { name: "Continue with The Club" }).click();
  await atTheClub(page, login);
}

async function signUp(page: Page, name: string, email: string) {
  await page.goto(`${server.origin}/sign-up`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create your account" }).click();
  await page.waitForURL(`${server.origin}/check-mail`);
}

async function verify(page: Page, email: string) {
  await page.goto(`${server.origin}/verify/${await linkTo(email, "verify-email")}`);
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/verify"));
}

test("Ada, whom nobody here knows, comes by the club and has an account; the next time she is just in", async ({
  browser,
}) => {
  for (const page of [await browser.newPage(), await browser.newPage()]) {
    await come(page, "ada", "/sign-in?next=%2Fsettings%2Fprofile");
    await expect(page).toHaveURL(`${server.origin}/settings/profile`);
    await expect(page.getByLabel("Your name")).toHaveValue("ada");
  }
});

test("an address the club does not vouch for makes no account", async ({ page }) => {
  await come(page, "unproven-bo");
  await expect(page.getByText("does not vouch for your e-mail address")).toBeVisible();
});

test("the club cannot take an account over: its owner signs in and links it", async ({ page, browser }) => {
  await signUp(page, "Cleo", "cleo@club.example");
  await verify(page, "cleo@club.example");
  const elsewhere = await browser.newPage();
  await come(elsewhere, "cleo");
  await expect(elsewhere.getByText("Sign in to it, then link the two")).toBeVisible();

  await page.goto(`${server.origin}/settings/security/providers`);
  await page.getByRole("button", { name: "Link", exact: true }).click();
  await atTheClub(page, "cleo");
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
  await page.goto(`${server.origin}/sign-in`);
  const form = page.getByRole("form", { name: "Sign in", exact: true });
  await form.getByLabel("E-mail address").fill("dov@club.example");
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${server.origin}/`);
  const dov = await browser.newPage();
  await come(dov, "dov", "/sign-in?next=%2Fsettings%2Fdevices");
  await expect(dov.getByRole("button", { name: "Sign out", exact: true })).toHaveCount(0);
  await page.goto(`${server.origin}/settings/devices`);
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an answer nobody asked for signs nobody in, and nothing else of the protocol is open", async ({ page }) => {
  await page.goto(`${server.origin}/api/auth/callback/club?code=stolen&state=forged`);
  await expect(page).toHaveURL(/\/sign-in\?error=/);
  for (const path of ["session", "csrf", "providers", "signin/club", "signout", "callback/credentials"]) {
    const answer = await page.request.get(`${server.origin}/api/auth/${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
  }
});
